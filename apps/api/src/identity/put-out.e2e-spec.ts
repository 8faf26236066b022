import pg from 'pg';
import type { Test } from 'supertest';
import { Agent } from '../testing/agent.js';
import { ANY, aCircle, brought, change, desk, here, type Member, reader, scene } from '../testing/circle.fixture.js';
import { until } from '../testing/messaging.fixture.js';

// Whoever is put out while what they sent waits for the members takes nothing from anybody any more.

const WAITS = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
let other: pg.Client;

beforeAll(async () => {
  await aCircle({ INVITATIONS_PER_DAY: '200' });
  other = new pg.Client({ connectionString: here.app.database.superuserUrl });
  await other.connect();
});
afterAll(() => other.end());

/** The answer to a call that waits for the members while `sql` changes its caller. */
async function meanwhile(call: Test, sql: string, parameters: unknown[]) {
  await other.query('BEGIN');
  try {
    await other.query("SELECT pg_advisory_xact_lock(hashtextextended('member' || $1, 0))", [here.clinic.id]);
    let early: number | undefined;
    const answer = call.then((response) => {
      early = response.status;
      return response;
    });
    await until(async () => early !== undefined || (await other.query(WAITS)).rows.length > 0, 'the call to wait');
    expect(early).toBeUndefined();
    await other.query(sql, parameters);
    await other.query('COMMIT');
    return await answer;
  } catch (error) {
    await other.query('ROLLBACK');
    throw error;
  }
}

const LEAVES = 'UPDATE membership SET active = false WHERE clinic_id = $1 AND user_id = $2';
const GOES_TO_BILLING = "UPDATE membership SET roles = '{billing}', chart_right = false WHERE clinic_id = $1 AND user_id = $2";

const aKey = async (agent: Agent, scopes: string[] = ['clinic:read']) =>
  (await agent.post('/api-keys', { name: 'One', scopes }).expect(201)).body as { id: string; key: string };
const invited = async () => {
  const person = { email: `${crypto.randomUUID()}@x.example`, firstName: 'Ines', lastName: 'Invited', roles: ['billing'] };
  return ((await here.owner.post('/staff', person).expect(201)).body as { id: string }).id;
};
const aNewPractitioner = () => {
  const person = { email: `${crypto.randomUUID()}@x.example`, firstName: 'Ines', lastName: 'Invited' };
  return { ...person, profession: 'physiotherapist', registrationNumber: 'R-2' };
};
const invitedPractitioner = async () =>
  ((await here.owner.post('/practitioners', aNewPractitioner()).expect(201)).body as { id: string }).id;
const waiting = async () => {
  const made = await scene();
  await made.book(reader.agent, 3);
  const { body } = await here.owner.get('/chart-access?limit=100&unreviewed=true').expect(200);
  return (body as { data: { id: string; patientId: string }[] }).data.find(({ patientId }) => patientId === made.patientId)?.id;
};

const aPlace = () => ({ name: crypto.randomUUID().slice(0, 8), timeZone: 'America/Toronto' });
let minutes = 100;
const aRule = () => ({ channel: 'email', minutesBefore: minutes++ });

/** What an administrator takes from others, or does in the clinic's name. */
const TAKES: [string, (by: Agent) => Promise<() => Test>][] = [
  ['deactivates a member', async (by) => () => by.patch(`/staff/${desk.id}`, { active: false }, ANY)],
  ['takes a role', async (by) => () => by.patch(`/staff/${desk.id}`, { roles: ['billing'] }, ANY)],
  [
    'withdraws an invitation',
    async (by) => {
      const id = await invited();
      return () => by.patch(`/staff/${id}`, { active: false }, ANY);
    },
  ],
  [
    'turns a practitioner’s invitation to another address',
    async (by) => {
      const id = await invitedPractitioner();
      return () => by.patch(`/practitioners/${id}`, { email: `${crypto.randomUUID()}@x.example` }, ANY);
    },
  ],
  [
    'takes a practitioner off the schedule',
    async (by) => {
      const id = await invitedPractitioner();
      return () => by.patch(`/practitioners/${id}`, { active: false }, ANY);
    },
  ],
  ['adds a practitioner', async (by) => () => by.post('/practitioners', aNewPractitioner())],
  [
    'invites a colleague',
    async (by) => () =>
      by.post('/staff', { email: `${crypto.randomUUID()}@x.example`, firstName: 'Ines', lastName: 'Invited', roles: ['billing'] }),
  ],
  ['signs a member out', async (by) => () => by.delete(`/staff/${desk.id}/sessions`)],
  [
    'revokes a key',
    async (by) => {
      const { id } = await aKey(here.owner);
      return () => by.delete(`/api-keys/${id}`);
    },
  ],
  ['makes a key', async (by) => () => by.post('/api-keys', { name: 'Late', scopes: ['clinic:read'] })],
  [
    'reviews an opening',
    async (by) => {
      const id = await waiting();
      return () => by.post(`/chart-access/${id}/review`, { outcome: 'unjustified' });
    },
  ],
  [
    'ends an opening',
    async (by) => {
      const id = await waiting();
      return () => by.post(`/chart-access/${id}/end`, {});
    },
  ],
  ['changes what the clinic says of itself', async (by) => () => by.patch(`/clinics/${here.clinic.id}`, { phone: '613 555 0190' }, ANY)],
  ['adds a location', async (by) => () => by.post('/locations', aPlace())],
  [
    'corrects a location',
    async (by) => {
      const { id } = (await here.owner.post('/locations', aPlace()).expect(201)).body as { id: string };
      return () => by.patch(`/locations/${id}`, { addressLine1: '2 New Road' }, ANY);
    },
  ],
  [
    'changes a text to patients',
    async (by) => {
      const { data } = (await here.owner.get('/message-templates').expect(200)).body as { data: { id: string; channel: string }[] };
      const id = data.find(({ channel }) => channel === 'email')?.id;
      return () => by.patch(`/message-templates/${id}`, { subject: 'On {{date}}' }, ANY);
    },
  ],
  ['adds a reminder', async (by) => () => by.post('/reminder-rules', aRule())],
  [
    'removes a reminder',
    async (by) => {
      const { id } = (await here.owner.post('/reminder-rules', aRule()).expect(201)).body as { id: string };
      return () => by.delete(`/reminder-rules/${id}`);
    },
  ],
];

/** Nothing was written down in the name of a request that was refused. */
const written = async (headers: Record<string, unknown>) =>
  (
    await here.app.sql<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry WHERE request_id = $1 AND action <> 'read'", [
      headers['x-request-id'],
    ])
  )[0]?.n;

describe('an administrator whose request waits for the members', () => {
  it.each(TAKES)('%s no more, once put out or given another role', async (_, prepare) => {
    for (const [sql, status, code] of [
      [LEAVES, 401, 'UNAUTHENTICATED'],
      [GOES_TO_BILLING, 403, 'FORBIDDEN'],
    ] as const) {
      const admin = await brought(here.owner, 'admin');
      const call = await prepare(admin.agent);
      const { status: answered, body, headers } = await meanwhile(call(), sql, [here.clinic.id, admin.userId]);
      expect([answered, (body as { code: string }).code]).toEqual([status, code]);
      expect(await written(headers)).toBe(0);
    }
  });

  it.each(TAKES)('%s as before where nothing changed about them', async (_, prepare) => {
    const admin = await brought(here.owner, 'admin');
    const call = await prepare(admin.agent);
    const { status } = await meanwhile(call(), 'SELECT 1', []);
    expect(status).toBeLessThan(300);
    await here.owner.patch(`/staff/${desk.id}`, { active: true, roles: ['front_desk'] }, ANY).expect(200);
  });

  it('ends no sign-in of others as an owner who was put out', async () => {
    for (const sql of [LEAVES, GOES_TO_BILLING]) {
      const partner = await brought(here.owner, 'admin');
      await change(partner, { roles: ['owner'] });
      const { status, headers } = await meanwhile(partner.agent.post(`/staff/${desk.id}/sign-in-reset`), sql, [
        here.clinic.id,
        partner.userId,
      ]);
      expect([401, 403]).toContain(status);
      expect(await written(headers)).toBe(0);
    }
  });

  it('asks for no second factors as an owner who was put out, nor lets anybody off', async () => {
    for (const sql of [LEAVES, GOES_TO_BILLING, "UPDATE membership SET roles = '{admin}' WHERE clinic_id = $1 AND user_id = $2"]) {
      const partner = await brought(here.owner, 'admin');
      await change(partner, { roles: ['owner'] });
      const demand = partner.agent.patch(`/clinics/${here.clinic.id}`, { secondFactorRoles: ['billing'] }, ANY);
      const { status, headers } = await meanwhile(demand, sql, [here.clinic.id, partner.userId]);
      expect([401, 403]).toContain(status);
      expect(await written(headers)).toBe(0);
    }
    const { body } = await here.owner.get(`/clinics/${here.clinic.id}`).expect(200);
    expect(body).toMatchObject({ secondFactorRoles: [] });
  });

  it('revokes nothing by a key of theirs either', async () => {
    const admin: Member = await brought(here.owner, 'admin');
    const [program, own] = [await aKey(admin.agent, ['api-key:manage']), await aKey(admin.agent)];
    const agent = new Agent(here.app.url, { authorization: `Bearer ${program.key}` });
    const { status, body } = await meanwhile(agent.delete(`/api-keys/${own.id}`), LEAVES, [here.clinic.id, admin.userId]);
    expect([status, (body as { code: string }).code]).toEqual([401, 'API_KEY_STOPPED']);
  });

  it('does nothing of what they sent behind the request that puts them out', async () => {
    const admin = await brought(here.owner, 'admin');
    const others = await Promise.all(Array.from({ length: 6 }, () => brought(here.owner, 'billing')));
    const waits = async (many: number) => until(async () => (await other.query(WAITS)).rows.length === many, `${many} to wait`);
    await other.query('BEGIN');
    await other.query("SELECT pg_advisory_xact_lock(hashtextextended('member' || $1, 0))", [here.clinic.id]);
    const out = change(admin, { active: false });
    await Promise.all([out, waits(1).then(() => behind(admin, others)), waits(7).then(() => other.query('COMMIT'))]);
    const active = 'SELECT 1 FROM membership WHERE user_id = ANY ($1) AND active';
    expect(await here.app.sql(active, [others.map(({ userId }) => userId)])).toHaveLength(6);
  });
});

/** All refused, as one who is not signed in. */
const behind = (admin: Member, others: Member[]) =>
  Promise.all(others.map(({ id }) => admin.agent.patch(`/staff/${id}`, { active: false }, ANY).expect(401)));
