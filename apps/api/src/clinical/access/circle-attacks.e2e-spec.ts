import type { Agent } from '../../testing/agent.js';
import { aClinician, aSignedNote, type Clinician } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { member, program } from '../../testing/session.js';

const DAY = 86_400_000;
const fromNow = (days: number) => new Date(Math.round((Date.now() + days * DAY) / 60_000) * 60_000).toISOString();
const REASON = 'She collapsed in the waiting room';

interface Practitioner {
  agent: Agent;
  practitionerId: string;
}
/** A patient with a record, treated by one practitioner alone. */
interface Target {
  patientId: string;
  treated: string;
  ways: string[];
  problem: string;
}

let here: Clinician;
let desk: Agent;
let bad: Practitioner;
let friend: Practitioner;

async function practitioner(): Promise<Practitioner> {
  const { agent, practitionerId = '' } = await member(here.app, here.owner, here.clinic.id, 'practitioner');
  return { agent, practitionerId };
}

beforeAll(async () => {
  here = await aClinician();
  desk = (await member(here.app, here.owner, here.clinic.id, 'front_desk')).agent;
  bad = await practitioner();
  friend = await practitioner();
});

async function book(by: Agent, { patientId }: Pick<Target, 'patientId'>, days: number, practitionerId = bad.practitionerId) {
  const body = { ...here.diary, patientId, practitionerId, start: fromNow(days), overbook: true };
  return ((await by.post('/appointments', body).expect(201)).body as { id: string }).id;
}
const BODIES: Record<string, object> = { cancel: { by: 'clinic' }, restore: { overbook: true } };
const act = (by: Agent, id: string, action: string) => by.post(`/appointments/${id}/${action}`, BODIES[action] ?? {});
const move = (by: Agent, id: string, dto: object) => by.patch(`/appointments/${id}`, { overbook: true, ...dto }, { ifMatch: '*' });
const letIn = (by: Agent, { patientId }: Target, practitionerId?: string) =>
  by.post(`/patients/${patientId}/chart-access`, { reason: REASON, ...(practitionerId && { practitionerId }) });

async function target(): Promise<Target> {
  const { id: patientId } = await aPatient(here.owner);
  const treated = await book(desk, { patientId }, 0, here.practitionerId);
  await act(desk, treated, 'arrive').expect(200);
  const note = await aSignedNote(here.agent, treated);
  const added = await here.agent.post('/problems', { patientId, description: 'Of long standing' }).expect(201);
  const problem = `/problems/${(added.body as { id: string }).id}`;
  const lists = ['/notes', '/problems', '/allergies', '/medications'].map((path) => `${path}?patientId=${patientId}`);
  const ways = [`/patients/${patientId}/chart`, `/notes/${note.id}`, `/notes/${note.id}/versions`, problem, ...lists];
  return { patientId, treated, ways, problem };
}

/** What the adversary sees afterwards; who waits for a review there. */
async function outcome(who: Practitioner, { patientId, ways }: Target): Promise<'closed' | 'open' | 'reviewed' | 'mixed'> {
  const answers = await Promise.all(ways.map(async (way) => (await who.agent.get(way)).status));
  if (answers.every((status) => status === 403)) return 'closed';
  if (!answers.every((status) => status === 200)) return 'mixed';
  const [me] = await here.app.sql<{ id: string }>('SELECT user_id AS id FROM practitioner WHERE id = $1', [who.practitionerId]);
  const { body } = await here.owner.get('/chart-access?unreviewed=true&limit=100').expect(200);
  const rows = (body as { data: { patientId: string; userId: string }[] }).data;
  return rows.some((row) => row.patientId === patientId && row.userId === me?.id) ? 'reviewed' : 'open';
}

async function condemn(who: Practitioner, at: Target): Promise<void> {
  await book(who.agent, at, 1, who.practitionerId);
  const { body } = await here.owner.get('/chart-access?unreviewed=true&limit=1').expect(200);
  const [row] = (body as { data: { id: string; patientId: string }[] }).data;
  expect(row?.patientId).toBe(at.patientId);
  await here.owner.post(`/chart-access/${row?.id}/review`, { outcome: 'unjustified' }).expect(200);
}

type Attack = [how: string, comes: 'closed' | 'reviewed', attack: (at: Target) => Promise<unknown>];
const ATTACKS: Attack[] = [
  ['asking', 'closed', () => Promise.resolve()],
  ['an appointment far ahead', 'closed', (at) => book(bad.agent, at, 8)],
  [
    'an appointment in 2199',
    'closed',
    async (at) => move(bad.agent, await book(bad.agent, at, 1), { start: '2199-06-03T14:00:00Z' }).expect(200),
  ],
  ['an appointment of long ago', 'closed', (at) => book(bad.agent, at, -8)],
  ['an appointment of one’s own', 'reviewed', (at) => book(bad.agent, at, 1)],
  [
    'an appointment that one marks as kept',
    'reviewed',
    async (at) => {
      const id = await book(bad.agent, at, 0.1);
      for (const action of ['arrive', 'start', 'complete']) await act(bad.agent, id, action).expect(200);
    },
  ],
  [
    'an appointment that one marks as kept, half a year ago',
    'closed',
    async (at) => act(bad.agent, await book(bad.agent, at, -180), 'arrive').expect(200),
  ],
  [
    'an appointment of others that one marks as kept, half a year ago',
    'closed',
    async (at) => act(bad.agent, await book(desk, at, -180), 'arrive').expect(200),
  ],
  ['a note on an appointment of one’s own', 'reviewed', async (at) => aSignedNote(bad.agent, await book(bad.agent, at, 0.1))],
  [
    'an appointment taken over from a colleague',
    'reviewed',
    async (at) => {
      const id = await book(desk, at, 1, here.practitionerId);
      await move(bad.agent, id, { practitionerId: bad.practitionerId }).expect(200);
    },
  ],
  [
    'an appointment given to a colleague and taken back',
    'reviewed',
    async (at) => {
      const id = await book(bad.agent, at, 1);
      await move(bad.agent, id, { practitionerId: friend.practitionerId }).expect(200);
      await move(bad.agent, id, { practitionerId: bad.practitionerId }).expect(200);
    },
  ],
  [
    'an appointment of one’s own that the desk moves',
    'reviewed',
    async (at) => move(desk, await book(bad.agent, at, 1), { start: fromNow(2) }).expect(200),
  ],
  [
    'an appointment of one’s own that the desk restores',
    'reviewed',
    async (at) => {
      const id = await book(bad.agent, at, 1);
      await act(bad.agent, id, 'cancel').expect(200);
      await act(desk, id, 'restore').expect(200);
    },
  ],
  [
    'an appointment called off by the desk, restored',
    'reviewed',
    async (at) => {
      const id = await book(desk, at, 1);
      await act(desk, id, 'cancel').expect(200);
      await act(bad.agent, id, 'restore').expect(200);
    },
  ],
  [
    'an appointment that leans on a completed one, which is reopened and called off',
    'reviewed',
    async (at) => {
      const given = await book(desk, at, 0.1);
      for (const action of ['arrive', 'complete']) await act(desk, given, action).expect(200);
      await book(bad.agent, at, 1);
      for (const action of ['reopen', 'unarrive', 'cancel']) await act(bad.agent, given, action).expect(200);
    },
  ],
  ['an appointment called off by the desk', 'closed', async (at) => act(desk, await book(desk, at, 1), 'cancel').expect(200)],
  ['an appointment given in 2199', 'closed', (at) => book(desk, at, 365 * 150)],
  [
    'an appointment of others moved to where it opens',
    'reviewed',
    async (at) => move(bad.agent, await book(desk, at, 200), { start: fromNow(1) }).expect(200),
  ],
  ['an appointment missed', 'closed', async (at) => act(bad.agent, await book(bad.agent, at, -0.1), 'no-show').expect(200)],
  [
    'fields that are not for sending',
    'closed',
    async (at) => {
      const appointment = { ...here.diary, practitionerId: bad.practitionerId, start: fromNow(1), overbook: true, patientId: at.patientId };
      for (const field of [{ placedBy: null }, { status: 'completed' }, { receivedBy: null }]) {
        await bad.agent.post('/appointments', { ...appointment, ...field }).expect(400);
      }
      const own = await book(bad.agent, { patientId: (await aPatient(here.owner)).id }, 1);
      await move(bad.agent, own, { patientId: at.patientId }).expect(400);
    },
  ],
  [
    'a note on a colleague’s appointment, or on none',
    'closed',
    async (at) => {
      await bad.agent.post('/notes', { appointmentId: at.treated }).expect(403);
      await bad.agent.post('/notes', { patientId: at.patientId }).expect(403);
    },
  ],
  [
    'what a stale change shows',
    'closed',
    async (at) => {
      const { status, body } = await bad.agent.patch(at.problem, { comment: 'x' }, { ifMatch: 99 });
      expect([status, JSON.stringify(body)]).toEqual([403, expect.not.stringContaining('long standing')]);
    },
  ],
  [
    'the search and the journey',
    'closed',
    async (at) => {
      for (const way of ['/search?q=as+expected', `/patients/${at.patientId}/timeline`, `/appointments?patientId=${at.patientId}`]) {
        expect(JSON.stringify((await bad.agent.get(way).expect(200)).body)).not.toMatch(/as expected|long standing/i);
      }
    },
  ],
  ['a grant to oneself, by oneself', 'closed', async (at) => letIn(bad.agent, at, bad.practitionerId).expect(403)],
  ['a grant by a friend who knows the patient no more', 'closed', async (at) => letIn(friend.agent, at, bad.practitionerId).expect(403)],
  [
    'a grant by a friend’s emergency',
    'closed',
    async (at) => {
      await letIn(friend.agent, at).expect(201);
      await letIn(friend.agent, at, bad.practitionerId).expect(403);
    },
  ],
  [
    'a grant by a friend who gave themselves an appointment',
    'closed',
    async (at) => {
      await act(friend.agent, await book(friend.agent, at, 0.1, friend.practitionerId), 'arrive').expect(200);
      await letIn(friend.agent, at, bad.practitionerId).expect(403);
    },
  ],
  ['an emergency', 'reviewed', (at) => letIn(bad.agent, at).expect(201)],
  [
    'an emergency that is over, sent again',
    'closed',
    async (at) => {
      const send = () =>
        bad.agent.post(`/patients/${at.patientId}/chart-access`, { reason: REASON }, { idempotencyKey: `again-${at.patientId}` });
      const { body } = await send().expect(201);
      await here.app.sql(`UPDATE chart_access SET expires_at = now() WHERE id = $1`, [(body as { id: string }).id]);
      await send().expect(201);
    },
  ],
  [
    'a key',
    'closed',
    async (at) => {
      await bad.agent.post('/api-keys', { name: 'mine', scopes: ['chart:read'] }).expect(403);
      await (await program(here, ['appointment:book'])).get(at.ways[0] ?? '').expect(403);
    },
  ],
];

describe('who has no relationship of care', () => {
  it.each(ATTACKS)('comes by %s to a chart that is %s', async (_how, comes, attack) => {
    const at = await target();
    await attack(at);
    expect(await outcome(bad, at)).toBe(comes);
    // Nor may they pass on what they have.
    await letIn(bad.agent, at, friend.practitionerId).expect(403);
  });

  it.each(ATTACKS.filter(([how]) => how !== 'an emergency'))('comes by %s to nothing after a bad finding', async (_how, _comes, attack) => {
    const at = await target();
    await condemn(bad, at);
    await attack(at);
    expect(await outcome(bad, at)).toBe('closed');
  });

  it('keeps no grant that was given before the finding was written, however close', async () => {
    for (let round = 0; round < 8; round++) {
      const at = await target();
      const given = await book(desk, at, 1);
      const { body } = await letIn(bad.agent, at).expect(201);
      const review = here.owner.post(`/chart-access/${(body as { id: string }).id}/review`, { outcome: 'unjustified' });
      const grants = [1, 2, 3].map(() => letIn(bad.agent, at, friend.practitionerId));
      await Promise.all([...grants, review.expect(200)]);
      // The appointment that the desk gave still opens to them, so what they give after the finding stands, and waits for its own review.
      const kept = await here.app.sql(
        `SELECT 1 FROM chart_access g JOIN chart_access f ON f.patient_id = g.patient_id AND f.review_outcome = 'unjustified'
         WHERE g.patient_id = $1 AND g.kind = 'grant' AND g.expires_at IS NULL AND g.given_at < f.reviewed_at`,
        [at.patientId],
      );
      expect(kept).toEqual([]);
      await act(desk, given, 'cancel').expect(200);
      expect(await outcome(bad, at)).toBe('closed');
    }
  });

  it('reads nothing unwritten while the appointment that opens it is called off', async () => {
    const unwritten: string[] = [];
    const at = await target();
    for (const way of at.ways) {
      const id = await book(desk, at, 1);
      const [read] = await Promise.all([bad.agent.get(way), act(desk, id, 'cancel').expect(200)]);
      const written = await here.app.sql(`SELECT 1 FROM audit_entry WHERE request_id = $1 AND action = 'read' AND $2 = ANY (patient_ids)`, [
        read.headers['x-request-id'],
        at.patientId,
      ]);
      const empty = JSON.stringify(read.body).startsWith('{"data":[]');
      if (read.status === 200 && !empty && written.length !== 1) unwritten.push(`${way}: ${written.length}`);
    }
    expect(unwritten).toEqual([]);
  });
});
