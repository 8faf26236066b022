import type { Role } from '@keel/contracts';
import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { Agent } from './agent.js';
import { type Clinician, aClinician } from './clinical.fixture.js';
import { aPatient } from './patients.fixture.js';
import { cookieOf, member } from './session.js';

const DAY = 86_400_000;
/** What these actions say: the appointments of these tests stand over one another. */
const BODIES: Readonly<Record<string, object>> = { cancel: { by: 'clinic' }, restore: { overbook: true } };

export const ANY = { ifMatch: '*' };
export const MARKS = ['arrive', 'start', 'complete'];
const fromNow = (days: number) => new Date(Math.round((Date.now() + days * DAY) / 60_000) * 60_000).toISOString();

export interface Member {
  agent: Agent;
  practitionerId: string;
  userId: string;
  id: string;
  email: string;
}
/** A patient whom the reader does not know yet. */
export interface Scene {
  patientId: string;
  /** With the reader unless told otherwise; days from now. */
  book: (by: Agent, days: number, practitionerId?: string) => Promise<string>;
  does: (by: Agent, id: string, ...actions: string[]) => Promise<void>;
  move: (by: Agent, id: string, days: number) => Promise<void>;
  /** As if so many days went by since all that is written of this patient. */
  later: (days: number) => Promise<void>;
  /** What opens the chart to the reader, or nothing. */
  opens: () => Promise<string | undefined>;
  letIn: () => Promise<number>;
  waits: () => Promise<number>;
  /** Ends the latest opening that was written down. */
  end: () => Promise<void>;
  /** Finds unjustified after all what was found justified. */
  correct: () => Promise<void>;
  review: (outcome?: 'justified' | 'unjustified', by?: Agent) => Promise<number>;
}

export let here: Clinician;
export let desk: Member;
/** Practises and administers, as in a small clinic. */
export let reader: Member;
export let colleague: Member;

/** A clinic of its own for each file, before its tests. */
export async function aCircle(env: Record<string, string> = {}): Promise<void> {
  here = await aClinician({ env });
  desk = await brought(here.owner, 'front_desk');
  reader = await brought(here.owner, 'practitioner');
  await change(reader, { roles: ['practitioner', 'admin'] });
  colleague = await brought(here.owner, 'practitioner');
}

export async function known(agent: Agent, practitionerId = ''): Promise<Member> {
  const { user } = (await agent.get('/session').expect(200)).body as { user: { id: string; email: string } };
  const [row] = await here.app.sql<{ id: string; email: string }>(
    'SELECT m.id, u.email FROM membership m JOIN user_account u ON u.id = m.user_id WHERE m.clinic_id = $1 AND m.user_id = $2',
    [here.clinic.id, user.id],
  );
  return { agent, practitionerId, userId: user.id, id: row?.id ?? '', email: row?.email ?? '' };
}

export async function brought(by: Agent, role: Role): Promise<Member> {
  const { agent, practitionerId } = await member(here.app, by, here.clinic.id, role);
  return known(agent, practitionerId);
}

export const change = ({ id }: Member, dto: object, by = here.owner) => by.patch(`/staff/${id}`, dto, ANY).expect(200);

/** Invites the address of one who has left, who accepts. */
export async function broughtAgain(left: Member, by: Agent): Promise<Member> {
  await by.post('/staff', { email: left.email, firstName: 'Mara', lastName: 'Member', roles: ['front_desk'] }).expect(201);
  return accepts(left);
}

export async function accepts({ email }: Member): Promise<Member> {
  const token = randomBytes(32).toString('base64url');
  await here.app.sql('UPDATE invitation SET token_hash = sha256($1) WHERE email = $2 AND accepted_at IS NULL AND revoked_at IS NULL', [
    Buffer.from(token),
    email,
  ]);
  const accepting = request(here.app.url).post(`/api/v1/invitations/${token}/accept`).send({ password: 'correct horse battery' });
  return known(new Agent(here.app.url, { cookie: cookieOf(await accepting.expect(200)) }));
}

export async function signedIn({ email }: Member): Promise<Agent> {
  const body = { email, password: 'correct horse battery' };
  return new Agent(here.app.url, { cookie: cookieOf(await request(here.app.url).post('/api/v1/session').send(body).expect(200)) });
}

export async function scene(who = reader): Promise<Scene> {
  const { id: patientId } = await aPatient(here.owner);
  const rows = async (which = '&unreviewed=true') => {
    const { body } = await here.owner.get(`/chart-access?limit=100${which}`).expect(200);
    return (body as { data: { id: string; patientId: string; userId: string; reviewOutcome: string | null }[] }).data.filter(
      (one) => one.patientId === patientId && one.userId === who.userId,
    );
  };
  return {
    patientId,
    book: async (by, days, practitionerId = who.practitionerId) => {
      const body = { ...here.diary, patientId, practitionerId, start: fromNow(days), overbook: true };
      return ((await by.post('/appointments', body).expect(201)).body as { id: string }).id;
    },
    does: async (by, id, ...actions) => {
      for (const action of actions) await by.post(`/appointments/${id}/${action}`, BODIES[action] ?? {}).expect(200);
    },
    move: async (by, id, days) => {
      await by.patch(`/appointments/${id}`, { overbook: true, start: fromNow(days) }, ANY).expect(200);
    },
    later: async (days) => {
      const columns = {
        appointment: ['start_at', 'end_at', 'placed_at', 'received_at'],
        chart_access: ['given_at', 'reviewed_at', 'appointment_at', 'justified_since', 'unjustified_since'],
      };
      for (const [table, names] of Object.entries(columns)) {
        const earlier = names.map((name) => `${name} = ${name} - $2::integer * interval '24 hours'`).join(', ');
        await here.app.sql(`UPDATE ${table} SET ${earlier} WHERE patient_id = $1`, [patientId, days]);
      }
    },
    opens: async () => {
      const { status, body } = await who.agent.get(`/patients/${patientId}/chart`);
      return status === 200 ? (body as { access: { by: string } }).access.by : undefined;
    },
    letIn: async () => {
      const dto = { reason: 'Shared care', practitionerId: colleague.practitionerId };
      return (await who.agent.post(`/patients/${patientId}/chart-access`, dto)).status;
    },
    waits: async () => (await rows()).length,
    end: async () => {
      await here.owner.post(`/chart-access/${(await rows(''))[0]?.id}/end`, {}).expect(200);
    },
    correct: async () => {
      const found = (await rows('')).find(({ reviewOutcome }) => reviewOutcome === 'justified');
      await here.owner.post(`/chart-access/${found?.id}/review`, { outcome: 'unjustified' }).expect(200);
    },
    review: async (outcome = 'justified', by = here.owner) =>
      (await by.post(`/chart-access/${(await rows())[0]?.id}/review`, { outcome })).status,
  };
}

/** An appointment that the desk gave and its practitioner kept on its day. */
export async function vouched(who = reader): Promise<Scene> {
  const made = await scene(who);
  await made.does(who.agent, await made.book(desk.agent, -0.2), ...MARKS);
  return made;
}
