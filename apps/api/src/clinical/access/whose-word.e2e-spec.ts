import type { Role } from '@keel/contracts';
import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { Agent } from '../../testing/agent.js';
import { type Clinician, aClinician } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { cookieOf, member } from '../../testing/session.js';
import { UNREVIEWED_SO_FAR } from '../migrations/vouch-for-a-year-1795954216200.js';

const DAY = 86_400_000;
const ANY = { ifMatch: '*' };
const MARKS = ['arrive', 'start', 'complete'];
const fromNow = (days: number) => new Date(Math.round((Date.now() + days * DAY) / 60_000) * 60_000).toISOString();

interface Member {
  agent: Agent;
  practitionerId: string;
  userId: string;
  id: string;
  email: string;
}
/** A patient whom the reader does not know yet. */
interface Scene {
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
  review: (outcome?: 'justified' | 'unjustified', by?: Agent) => Promise<number>;
}

let here: Clinician;
let desk: Member;
/** Practises and administers, as in a small clinic. */
let reader: Member;
let colleague: Member;
beforeAll(async () => {
  here = await aClinician();
  desk = await brought(here.owner, 'front_desk');
  reader = await brought(here.owner, 'practitioner');
  await change(reader, { roles: ['practitioner', 'admin'] });
  colleague = await brought(here.owner, 'practitioner');
});

async function known(agent: Agent, practitionerId = ''): Promise<Member> {
  const { user } = (await agent.get('/session').expect(200)).body as { user: { id: string; email: string } };
  const [row] = await here.app.sql<{ id: string; email: string }>(
    'SELECT m.id, u.email FROM membership m JOIN user_account u ON u.id = m.user_id WHERE m.clinic_id = $1 AND m.user_id = $2',
    [here.clinic.id, user.id],
  );
  return { agent, practitionerId, userId: user.id, id: row?.id ?? '', email: row?.email ?? '' };
}

async function brought(by: Agent, role: Role): Promise<Member> {
  const { agent, practitionerId } = await member(here.app, by, here.clinic.id, role);
  return known(agent, practitionerId);
}

const change = ({ id }: Member, dto: object, by = here.owner) => by.patch(`/staff/${id}`, dto, ANY).expect(200);

/** Invites the address of one who has left, who accepts. */
async function broughtAgain({ email }: Member, by: Agent): Promise<Member> {
  await by.post('/staff', { email, firstName: 'Mara', lastName: 'Member', roles: ['front_desk'] }).expect(201);
  const token = randomBytes(32).toString('base64url');
  await here.app.sql('UPDATE invitation SET token_hash = sha256($1) WHERE email = $2 AND accepted_at IS NULL AND revoked_at IS NULL', [
    Buffer.from(token),
    email,
  ]);
  const accepting = request(here.app.url).post(`/api/v1/invitations/${token}/accept`).send({ password: 'correct horse battery' });
  return known(new Agent(here.app.url, { cookie: cookieOf(await accepting.expect(200)) }));
}

async function signedIn({ email }: Member): Promise<Agent> {
  const body = { email, password: 'correct horse battery' };
  return new Agent(here.app.url, { cookie: cookieOf(await request(here.app.url).post('/api/v1/session').send(body).expect(200)) });
}

async function scene(who = reader): Promise<Scene> {
  const { id: patientId } = await aPatient(here.owner);
  const rows = async () => {
    const { body } = await here.owner.get('/chart-access?limit=100&unreviewed=true').expect(200);
    return (body as { data: { id: string; patientId: string; userId: string }[] }).data.filter(
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
      for (const action of actions) await by.post(`/appointments/${id}/${action}`, action === 'cancel' ? { by: 'clinic' } : {}).expect(200);
    },
    move: async (by, id, days) => {
      await by.patch(`/appointments/${id}`, { overbook: true, start: fromNow(days) }, ANY).expect(200);
    },
    later: async (days) => {
      const columns = {
        appointment: ['start_at', 'end_at', 'placed_at', 'received_at'],
        chart_access: ['given_at', 'reviewed_at', 'visit_at'],
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
    review: async (outcome = 'justified', by = here.owner) =>
      (await by.post(`/chart-access/${(await rows())[0]?.id}/review`, { outcome })).status,
  };
}

/** A visit that the desk gave and its practitioner kept on its day. */
async function vouched(who = reader): Promise<Scene> {
  const made = await scene(who);
  await made.does(who.agent, await made.book(desk.agent, -0.2), ...MARKS);
  return made;
}

describe('somebody else’s word speaks for its year', () => {
  it('and for no visit of one’s own beyond it, booked on the same day', async () => {
    const { book, waits } = await vouched();
    await book(reader.agent, 300);
    expect(await waits()).toBe(0);
    await book(reader.agent, 400);
    await book(reader.agent, 800);
    expect(await waits()).toBe(2);
  });

  it('nor for one that is moved there', async () => {
    const { book, move, waits } = await vouched();
    const id = await book(reader.agent, 2);
    await move(reader.agent, id, 300);
    expect(await waits()).toBe(0);
    await move(reader.agent, id, 400);
    expect(await waits()).toBe(1);
  });

  it('nor year by year', async () => {
    const { book, move, later, waits, opens } = await vouched();
    const id = await book(reader.agent, 2);
    for (const year of [1, 2, 3]) {
      await move(reader.agent, id, 363);
      await later(362);
      expect([year, await opens()]).toEqual([year, year === 1 ? 'visit' : 'own_booking']);
      // An opening is written down anew after 30 days.
      expect([year, await waits()]).toEqual([year, year - 1]);
    }
  });

  it('whether that visit stands or is over, and where the own one is moved back again', async () => {
    const { book, move, waits } = await scene();
    await book(desk.agent, 1);
    const id = await book(reader.agent, 2);
    expect(await waits()).toBe(0);
    await move(reader.agent, id, 400);
    expect(await waits()).toBe(1);
    await move(reader.agent, id, 3);
    expect(await waits()).toBe(1);
  });

  it('where others move the own visit beyond it too', async () => {
    const { book, move, waits } = await vouched();
    const id = await book(reader.agent, 2);
    await move(desk.agent, id, 400);
    expect(await waits()).toBe(1);
  });

  it('where they received the patient', async () => {
    const { book, does, waits, review } = await scene();
    await does(desk.agent, await book(reader.agent, -0.1), 'arrive');
    await book(reader.agent, 300);
    expect(await waits()).toBe(1);
    await book(reader.agent, 400);
    expect(await waits()).toBe(2);
    expect(await review('unjustified')).toBe(200);
  });

  it('where a review found a visit justified', async () => {
    const { book, waits, review } = await scene();
    await book(reader.agent, 1);
    expect(await review()).toBe(200);
    await book(reader.agent, 300);
    expect(await waits()).toBe(0);
    await book(reader.agent, 400);
    await book(reader.agent, 700);
    expect(await waits()).toBe(2);
  });

  it('and one review for what was booked with it before', async () => {
    const { book, waits, review } = await scene();
    for (const week of [1, 2, 3]) await book(reader.agent, week * 7);
    expect(await waits()).toBe(3);
    await review();
    expect(await waits()).toBe(0);
  });

  it('of the reviewed visit itself at its time, not where it is moved later', async () => {
    const { book, move, later, waits, review, opens, letIn } = await scene();
    const id = await book(reader.agent, 1);
    await review();
    expect(await opens()).toBe('visit');
    await move(reader.agent, id, 400);
    expect(await waits()).toBe(1);
    await later(399);
    expect(await opens()).toBe('own_booking');
    expect(await letIn()).toBe(403);
  });

  it('nor where somebody else moves it', async () => {
    const { book, move, later, review, opens } = await scene();
    const id = await book(reader.agent, 1);
    await review();
    await move(desk.agent, id, 400);
    await later(399);
    expect(await opens()).toBe('own_booking');
  });

  it('and makes no more of a visit beyond it that its practitioner marks beforehand', async () => {
    const { book, does, later, review, opens } = await scene();
    await book(reader.agent, 1);
    await review();
    await does(reader.agent, await book(reader.agent, 400), ...MARKS);
    await later(402);
    expect(await opens()).toBe('own_booking');
    await later(28);
    expect(await opens()).toBeUndefined();
  });

  it('from when it opens the chart itself', async () => {
    const soon = await scene();
    await soon.book(desk.agent, 30);
    await soon.book(reader.agent, 2);
    expect(await soon.waits()).toBe(0);
    const far = await scene();
    await far.book(desk.agent, 200);
    await far.book(reader.agent, 2);
    expect(await far.waits()).toBe(1);
  });
});

type Ways = [of: string, second: () => Promise<Agent>];
const SECOND: Ways[] = [
  ['an account that they invited', async () => (await brought(reader.agent, 'front_desk')).agent],
  [
    'an account that one of these invited',
    async () => {
      const first = await brought(reader.agent, 'admin');
      const second = await brought(first.agent, 'admin');
      return (await brought(second.agent, 'front_desk')).agent;
    },
  ],
  [
    'one that they invited again after it had left',
    async () => {
      const left = await brought(reader.agent, 'front_desk');
      await change(left, { active: false });
      return (await broughtAgain(left, reader.agent)).agent;
    },
  ],
  [
    'one of others that had left and that they invited',
    async () => {
      const left = await brought(here.owner, 'front_desk');
      await change(left, { active: false });
      return (await broughtAgain(left, reader.agent)).agent;
    },
  ],
  [
    'one of others that had left and that they let in again',
    async () => {
      const left = await brought(here.owner, 'front_desk');
      await change(left, { active: false });
      await change(left, { active: true }, reader.agent);
      return signedIn(left);
    },
  ],
  [
    'a key of an account that they invited',
    async () => {
      const { agent } = await brought(reader.agent, 'admin');
      const { body } = await agent.post('/api-keys', { name: 'test', scopes: ['appointment:book', 'appointment:manage'] }).expect(201);
      return new Agent(here.app.url, { authorization: `Bearer ${(body as { key: string }).key}` });
    },
  ],
];

describe.each(SECOND)('the word of %s is the reader’s own', (_of, brings) => {
  let second: Agent;
  beforeAll(async () => {
    second = await brings();
  });

  it('opens the chart as their own booking does, and is reviewed', async () => {
    const { book, opens, waits, letIn, review } = await scene();
    await book(second, 20);
    expect([await opens(), await waits()]).toEqual([undefined, 1]);
    await book(second, 2);
    expect([await opens(), await waits(), await letIn()]).toEqual(['own_booking', 2, 403]);
    await review();
    expect([await opens(), await waits()]).toEqual(['visit', 0]);
    await book(second, 30);
    expect(await waits()).toBe(0);
  });

  it('vouches for nothing', async () => {
    const { book, does, opens, waits } = await scene();
    const id = await book(second, -0.1);
    await does(second, id, 'arrive');
    await book(reader.agent, 3);
    expect([await opens(), await waits()]).toEqual(['own_booking', 2]);
  });

  it('makes no more of a visit that lapsed', async () => {
    const { book, does, opens, waits } = await scene();
    await does(second, await book(desk.agent, -300), 'arrive');
    expect([await opens(), await waits()]).toEqual([undefined, 1]);
  });

  it('brings nobody else’s visit to where it opens', async () => {
    const moved = await scene();
    await moved.move(second, await moved.book(desk.agent, 400), 2);
    expect([await moved.opens(), await moved.waits()]).toEqual(['own_booking', 1]);
    const restored = await scene();
    const id = await restored.book(desk.agent, 20);
    await restored.does(desk.agent, id, 'cancel');
    await restored.does(second, id, 'restore');
    expect([await restored.opens(), await restored.waits()]).toEqual([undefined, 1]);
  });

  it('opens nothing after an opening that was found unjustified', async () => {
    const { book, opens, review } = await scene();
    await book(reader.agent, 1);
    await review('unjustified');
    await book(second, 2);
    expect(await opens()).toBeUndefined();
  });

  it('is anybody else’s to another practitioner', async () => {
    const { book, opens, waits } = await scene(colleague);
    await book(second, 80);
    expect([await opens(), await waits()]).toEqual(['visit', 0]);
  });
});

describe('who owns the clinic and treats in it, without the chart right', () => {
  let owner: Member;
  beforeAll(async () => {
    owner = await brought(here.owner, 'practitioner');
    await change(owner, { roles: ['owner', 'practitioner'] });
  });

  it('brings in a practitioner, whose word is their own', async () => {
    const second = await brought(owner.agent, 'practitioner');
    const { book, opens, waits } = await scene(owner);
    await book(second.agent, 20);
    expect([await opens(), await waits()]).toEqual([undefined, 1]);
  });

  it('has another owner’s word, whoever brought them in, and of those whom that one brought in', async () => {
    const partner = await brought(owner.agent, 'front_desk');
    await change(partner, { roles: ['owner'] });
    const { book, opens, waits } = await scene(owner);
    await book(partner.agent, 80);
    expect([await opens(), await waits()]).toEqual(['visit', 0]);
    const theirs = await scene(owner);
    await theirs.book((await brought(partner.agent, 'front_desk')).agent, 80);
    expect([await theirs.opens(), await theirs.waits()]).toEqual(['visit', 0]);
  });
});

describe('a review', () => {
  it('is nobody’s whom the reader brought in', async () => {
    const second = await brought(reader.agent, 'admin');
    const third = await brought(second.agent, 'admin');
    const { book, review, waits } = await scene();
    await book(reader.agent, 1);
    for (const { agent } of [reader, second, third]) expect(await review('justified', agent)).toBe(403);
    expect(await waits()).toBe(1);
    expect(await review('justified', (await brought(here.owner, 'admin')).agent)).toBe(200);
  });
});

describe('somebody else’s word', () => {
  it.each([80, 20])('is the desk’s that an owner brought in: opens %d days before, and waits for nobody', async (days) => {
    const { book, opens, waits } = await scene();
    await book(desk.agent, days);
    await book(reader.agent, 2);
    expect([await opens(), await waits()]).toEqual(['visit', 0]);
  });

  it('is that of one whom the reader brought in, once an owner let them in again', async () => {
    const [invited, let_in] = [await brought(reader.agent, 'front_desk'), await brought(reader.agent, 'front_desk')];
    for (const one of [invited, let_in]) await change(one, { active: false });
    const agents = [(await broughtAgain(invited, here.owner)).agent];
    await change(let_in, { active: true });
    agents.push(await signedIn(let_in));
    for (const agent of agents) {
      const { book, opens, waits } = await scene();
      await book(agent, 80);
      expect([await opens(), await waits()]).toEqual(['visit', 0]);
    }
  });

  it('stays theirs whatever invitation somebody who works here accepts', async () => {
    const { app, clinic } = here;
    const [mine, theirs] = [await brought(reader.agent, 'front_desk'), await brought(here.owner, 'front_desk')];
    // Invited while they were away, and back before they accept.
    for (const [one, by] of [
      [mine, here.owner],
      [theirs, reader.agent],
    ] as const) {
      await app.sql('UPDATE membership SET active = false WHERE id = $1', [one.id]);
      await by.post('/staff', { email: one.email, firstName: 'M', lastName: 'M', roles: ['front_desk'] }).expect(201);
      await app.sql('UPDATE membership SET active = true WHERE id = $1', [one.id]);
      const token = randomBytes(32).toString('base64url');
      await app.sql('UPDATE invitation SET token_hash = sha256($1) WHERE clinic_id = $2 AND email = $3 AND accepted_at IS NULL', [
        Buffer.from(token),
        clinic.id,
        one.email,
      ]);
      await request(app.url).post(`/api/v1/invitations/${token}/accept`).send({ password: 'correct horse battery' }).expect(200);
    }
    const own = await scene();
    await own.book(mine.agent, 80);
    expect(await own.opens()).toBeUndefined();
    const others = await scene();
    await others.book(theirs.agent, 80);
    expect(await others.opens()).toBe('visit');
  });
});

describe('what opened a chart before the upgrade and was never queued', () => {
  const kept = (patientId: string) => here.app.sql('SELECT 1 FROM chart_access WHERE patient_id = $1', [patientId]);
  const forgotten = ({ patientId }: Scene) => here.app.sql('DELETE FROM chart_access WHERE patient_id = $1', [patientId]);

  it('is queued where its voucher is more than a year before it, or an account of the reader', async () => {
    const second = await brought(reader.agent, 'front_desk');
    const leant = await vouched();
    await leant.book(reader.agent, 400);
    const account = await scene();
    await account.book(second.agent, 2);
    for (const made of [leant, account]) await forgotten(made);
    await here.app.sql(UNREVIEWED_SO_FAR);
    await here.app.sql(UNREVIEWED_SO_FAR);
    for (const { patientId, waits } of [leant, account]) expect([(await kept(patientId)).length, await waits()]).toEqual([1, 1]);
  });

  it('is left where others vouched for it, or it opens nothing any more', async () => {
    const leant = await vouched();
    await leant.book(reader.agent, 300);
    const given = await scene();
    await given.book(desk.agent, 2);
    const lapsed = await scene();
    await lapsed.book(reader.agent, -30);
    const reviewed = await scene();
    await reviewed.book(reader.agent, 1);
    await reviewed.review();
    for (const made of [leant, given, lapsed]) await forgotten(made);
    await here.app.sql(UNREVIEWED_SO_FAR);
    for (const { patientId } of [leant, given, lapsed]) expect(await kept(patientId)).toEqual([]);
    expect(await kept(reviewed.patientId)).toHaveLength(1);
  });
});
