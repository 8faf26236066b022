import { randomUUID } from 'node:crypto';
import type { Test } from 'supertest';
import { type RouteEntry, RouteTable } from './platform/index.js';
import { Agent } from './testing/agent.js';
import { aClinician, aSignedNote } from './testing/clinical.fixture.js';
import { program, session, type Session } from './testing/session.js';

type Ids = Readonly<Record<string, string>>;

/** Bodies that pass the DTO, so that what refuses a stranger is the record and not the form. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /appointments/:id/cancel': { by: 'clinic' },
  'POST /invoices/:id/payments': { amount: 100, method: 'cash' },
  'PATCH /invoices/:id': { lines: [{ description: 'x', quantity: 1, unitPrice: { amount: 1, currency: 'CAD' }, taxCode: 'exempt' }] },
  'POST /notes/:id/addenda': { text: 'More' },
  'POST /notes/:id/entered-in-error': { reason: 'Wrong person' },
  'PUT /notes/:id': { sections: [] },
  'PATCH /notes/:id': { sections: [] },
  'POST /patients/:id/contact-consents': { purpose: 'billing', channel: 'sms', granted: true, source: 'desk', wording: 'yes' },
  'POST /patients/:id/chart-access': { reason: 'Covering for a colleague' },
  'POST /messages/:id/resolve': { outcome: 'sent' },
  'PUT /practitioners/:id/working-hours': { effectiveFrom: '2026-01-01', weekly: [] },
  'PATCH /message-templates/:id': { body: 'Hello {{clinic}} {{link}}' },
  'PUT /note-templates/:id': {
    name: { en: 'Mine', fr: 'Mien' },
    sections: [{ key: 'a', title: { en: 'A', fr: 'A' }, questions: [{ key: 'a', label: { en: 'A', fr: 'A' }, type: 'text' }] }],
  },
};

/** Routes that are opened by a secret in their address; they belong to no signed-in clinic. */
const BY_TOKEN = /:token/;

let owned: Session;
let stranger: Session;
let routes: RouteEntry[];
let ids: Ids;

beforeAll(async () => {
  const clinic = await aClinician();
  owned = clinic;
  stranger = await session('owner');
  routes = clinic.app.nest.get(RouteTable).routes();
  ids = await world(clinic);
}, 60_000);

/** One record of every kind, made in the first clinic. */
async function world(clinic: Awaited<ReturnType<typeof aClinician>>): Promise<Ids> {
  const { agent, owner, visit, diary, app } = clinic;
  const made = async (call: Test) => ((await call).body as { id: string }).id;
  const first = async (path: string) => ((await owner.get(path).expect(200)).body as { data: { id: string }[] }).data[0]?.id ?? randomUUID();
  const note = await aSignedNote(agent, visit.id);
  const invoices = await made(owner.post(`/appointments/${visit.id}/invoice`, {}).expect(201));
  const entry = { patientId: diary.patientId, description: 'Latex' };
  const [outbox] = await app.sql<{ id: string }>('SELECT id FROM outbox WHERE clinic_id = $1 LIMIT 1', [clinic.clinic.id]);
  const [letter] = await app.sql<{ id: string }>(
    `INSERT INTO dead_letter (clinic_id, id, event_id, listener, error, attempts) VALUES ($1, uuidv7(), $2, 'x', 'Error', 8) RETURNING id`,
    [clinic.clinic.id, outbox?.id],
  );
  return {
    appointments: visit.id,
    patients: diary.patientId,
    practitioners: diary.practitionerId,
    services: diary.serviceId,
    notes: note.id,
    invoices,
    payments: await made(owner.post(`/invoices/${invoices}/payments`, { amount: 100, method: 'cash' }).expect(201)),
    clinics: clinic.clinic.id,
    locations: await first('/locations'),
    staff: await first('/staff'),
    'api-keys': await made(owner.post('/api-keys', { name: 'x', scopes: ['clinic:read'] }).expect(201)),
    'time-off': await made(
      owner.post('/time-off', { practitionerId: diary.practitionerId, start: '2030-01-07T15:00:00Z', end: '2030-01-07T16:00:00Z' }).expect(201),
    ),
    'working-hours': await first('/working-hours'),
    problems: await made(agent.post('/problems', entry).expect(201)),
    allergies: await made(agent.post('/allergies', entry).expect(201)),
    medications: await made(agent.post('/medications', entry).expect(201)),
    'reminder-rules': await made(owner.post('/reminder-rules', { channel: 'email', minutesBefore: 600 }).expect(201)),
    'message-templates': await first('/message-templates'),
    'note-templates': await made(owner.post('/note-templates', { ...BODIES['PUT /note-templates/:id'], profession: 'physiotherapist' }).expect(201)),
    'chart-access': await made(owner.post(`/patients/${diary.patientId}/chart-access`, { reason: 'Audit of charts' }).expect(201)),
    'dead-letters': letter?.id ?? '',
    // Written by workers, which sleep here: an id that is nobody's must look the same.
    messages: randomUUID(),
  };
}

const name = (route: RouteEntry) => `${route.method} ${route.path}`;
const isClosed = (route: RouteEntry) => route.policy !== undefined && !route.policy.public;
const takesBody = (route: RouteEntry) => ['POST', 'PUT', 'PATCH'].includes(route.method);

function call(agent: Agent, route: RouteEntry, body: object): Test {
  const noun = route.path.split('/')[1] ?? '';
  const path = route.path.replace(':id', ids[noun] ?? randomUUID()).replace(':number', '1').replace(':instrument', 'x');
  if (route.method === 'GET') return agent.get(path);
  if (route.method === 'DELETE') return agent.delete(path);
  if (route.method === 'POST') return agent.post(path, body, { ifMatch: '*' });
  return route.method === 'PUT' ? agent.put(path, body, { ifMatch: '*' }) : agent.patch(path, body, { ifMatch: '*' });
}

/** Asks every route at once-ish and gathers those that did not answer as they should. */
async function ask(which: RouteEntry[], how: (route: RouteEntry) => Promise<string | undefined>): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of which) {
    const fault = await how(route);
    if (fault) wrong.push(`${name(route)}: ${fault}`);
  }
  return wrong;
}

describe('every route', () => {
  it('is known to this test: a new kind of record is added to its world', () => {
    const nouns = routes.filter((route) => route.path.includes(':id')).map((route) => route.path.split('/')[1] ?? '');
    expect([...new Set(nouns)].filter((noun) => !(noun in ids))).toEqual([]);
    expect(routes.length).toBeGreaterThan(80);
  });

  it('is closed to nobody in particular, unless it says that it is public', async () => {
    const agent = new Agent(owned.app.url, {});
    const closed = routes.filter(isClosed);
    expect(await ask(closed, async (route) => expectStatus(await call(agent, route, {}), [401]))).toEqual([]);
  });

  it('is closed to a key without its permission', async () => {
    const held = 'report:read';
    const agent = await program(owned, [held]);
    const guarded = routes.filter((route) => isClosed(route) && route.policy && !route.policy.public && route.policy.anyOf.length > 0 && !route.policy.anyOf.some((one) => one === held));
    expect(guarded.length).toBeGreaterThan(80);
    expect(await ask(guarded, async (route) => expectStatus(await call(agent, route, {}), [403]))).toEqual([]);
  });

  it('finds nothing of another clinic', async () => {
    const withIds = routes.filter((route) => isClosed(route) && route.path.includes(':id') && !BY_TOKEN.test(route.path));
    expect(await ask(withIds, async (route) => expectStatus(await call(stranger.agent, route, BODIES[name(route)] ?? {}), [404]))).toEqual([]);
  });

  it('refuses a field that it does not know', async () => {
    const writes = routes.filter((route) => isClosed(route) && takesBody(route) && route.path !== '/session/clinic');
    const known = await ask(writes, async (route) => {
      const answer = await call(owned.owner, route, { ...BODIES[name(route)], notAFieldOfThis: 1 });
      if (answer.status !== 400) return answer.status < 300 ? 'took it' : undefined;
      return undefined;
    });
    expect(known).toEqual([]);
  });

  it('refuses an id that is none, with a problem document', async () => {
    const withIds = routes.filter((route) => isClosed(route) && route.path.includes(':id'));
    const wrong = await ask(withIds, async (route) => {
      const noun = route.path.split('/')[1] ?? '';
      const before = ids;
      ids = { ...ids, [noun]: "1'; --" };
      const answer = await call(owned.owner, route, BODIES[name(route)] ?? {});
      ids = before;
      const sound = answer.status === 400 && String(answer.headers['content-type']).includes('application/problem+json');
      return sound ? undefined : String(answer.status);
    });
    expect(wrong).toEqual([]);
  });
});

function expectStatus(answer: { status: number; body: unknown }, allowed: number[]): string | undefined {
  return allowed.includes(answer.status) ? undefined : `${answer.status} ${JSON.stringify(answer.body).slice(0, 140)}`;
}

describe('every table', () => {
  /** A person has one login in several clinics, and TypeORM keeps its own list; nothing else is without a clinic. */
  const WITHOUT_CLINIC = ['keel_migration', 'password_reset', 'session', 'user_account'];

  it('belongs to a clinic by its key, is under a policy, and refers to no other clinic', async () => {
    const tables = await owned.app.sql<{ name: string; secured: boolean; key: string }>(`
      SELECT c.relname AS name, c.relrowsecurity AS secured,
        (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p') AS key
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`);
    const owning = tables.filter(({ name }) => !WITHOUT_CLINIC.includes(name));
    expect(owning.length).toBeGreaterThan(30);
    expect(owning.filter(({ secured, key }) => !secured || !key?.startsWith('PRIMARY KEY (clinic_id'))).toEqual([]);
    const loose = await owned.app.sql<{ table: string; definition: string }>(`
      SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND pg_get_constraintdef(oid) NOT LIKE 'FOREIGN KEY (clinic_id%'
        AND confrelid <> 'user_account'::regclass`);
    expect(loose).toEqual([]);
  });
});
