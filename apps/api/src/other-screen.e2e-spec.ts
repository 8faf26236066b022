import { randomUUID } from 'node:crypto';
import { bodiesFor } from './testing/bodies.fixture.js';
import { type FullClinic, aFullClinic } from './testing/full-clinic.fixture.js';
import { aPatient } from './testing/patients.fixture.js';
import { callRoute, nameOf, type Route, routesOf } from './testing/routes.js';
import { program, type Session, session } from './testing/session.js';

// Windows of one browser share its session. What a screen says of itself is held against it on every route there is.

const CLINIC = 'x-keel-clinic';
const PERSON = 'x-keel-person';
const NOBODYS_ID = '0199a8b0-0000-7000-8000-0000000000ff';

let here: FullClinic;
/** Another clinic of the same owner. */
let there: Session;
let guarded: Route[];
let bodies: Record<string, object>;
beforeAll(async () => {
  here = await aFullClinic();
  const owner = { email: `owner@${here.clinic.slug}.example`, password: 'correct horse battery', firstName: 'Olive', lastName: 'Owner' };
  there = await session('owner', { clinic: { owner } });
  bodies = bodiesFor(here.ids);
  guarded = routesOf(here.app).filter(({ policy }) => policy && !policy.public);
});

const filled = (route: Route) => ({
  ...route,
  path: route.path.replace(':id', here.ids[route.path.split('/')[1] ?? ''] ?? NOBODYS_ID).replace(/:\w+/g, '1'),
});

/** All that both clinics have, row by row, but for when a session was last used. */
async function everything(): Promise<Record<string, unknown>> {
  const { app } = here;
  const tables = await app.sql<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'clinic_id' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'session' ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(40);
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    const sql = `SELECT count(*) AS n, md5(string_agg(t::text, '' ORDER BY t::text)) AS rows FROM "${name}" t WHERE clinic_id = ANY ($1)`;
    [found[name]] = await app.sql(sql, [[here.clinic.id, there.clinic.id]]);
  }
  return found;
}

async function faultsOf(code: string, headers: Record<string, string>): Promise<string[]> {
  const agent = here.owner.with(headers);
  const faults: string[] = [];
  for (const route of guarded) {
    const { status, body } = await callRoute(agent, filled(route), bodies[nameOf(route)]);
    if (status !== 409 || (body as { code?: string }).code !== code) faults.push(`${nameOf(route)}: answered ${status}`);
  }
  return faults;
}

describe('a screen of another clinic', () => {
  it('is refused by every route, and nothing is written', async () => {
    const before = await everything();
    expect(await faultsOf('OTHER_CLINIC', { [CLINIC]: there.clinic.id })).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('is told what to do', async () => {
    const { body } = await here.owner
      .with({ [CLINIC]: there.clinic.id })
      .get('/patients')
      .expect(409);
    expect(body).toMatchObject({ code: 'OTHER_CLINIC', detail: expect.stringContaining('reload the page') as string });
    expect(JSON.stringify(body)).not.toContain(here.clinic.id);
  });

  it('gets no answer that was kept for a repeat', async () => {
    const sent = { firstName: 'Ann', lastName: 'Twice', dateOfBirth: '1980-01-01' };
    const idempotencyKey = randomUUID();
    const own = here.owner.with({ [CLINIC]: here.clinic.id });
    const { body } = await own.post('/patients', sent, { idempotencyKey }).expect(201);
    const repeat = await here.owner
      .with({ [CLINIC]: there.clinic.id })
      .post('/patients', sent, { idempotencyKey })
      .expect(409);
    expect(repeat.body).toMatchObject({ code: 'OTHER_CLINIC' });
    expect((await own.post('/patients', sent, { idempotencyKey }).expect(201)).body).toEqual(body);
  });

  it('is refused from when the session goes to the other clinic, until it is back', async () => {
    const screen = there.agent.with({ [CLINIC]: there.clinic.id });
    await aPatient(screen);
    await there.agent.put('/session/clinic', { clinicId: here.clinic.id }).expect(200);
    await screen.post('/patients', { firstName: 'Wrong', lastName: 'Clinic', dateOfBirth: '1980-01-01' }).expect(409);
    // Who is signed in now, and the way out, are told to any screen.
    expect((await screen.get('/session').expect(200)).body).toMatchObject({ clinic: { id: here.clinic.id } });
    await screen.put('/session/clinic', { clinicId: there.clinic.id }).expect(200);
    await aPatient(screen);
  });

  it('hears nothing of what happens', async () => {
    const refused = await here.owner.stream(`/events?clinicId=${there.clinic.id}`);
    expect(refused.status).toBe(409);
    const own = await here.owner.stream(`/events?clinicId=${here.clinic.id}`);
    await own.event('ready');
    expect((await here.owner.stream(`/events?clinicId=x`)).status).toBe(400);
  });
});

describe('a screen of another person', () => {
  const me = async () => ((await here.owner.get('/session').expect(200)).body as { user: { id: string } }).user.id;

  it('is refused by every route, and nothing is written', async () => {
    const before = await everything();
    expect(await faultsOf('OTHER_PERSON', { [CLINIC]: here.clinic.id, [PERSON]: NOBODYS_ID })).toEqual([]);
    expect(await everything()).toEqual(before);
    expect((await here.owner.stream(`/events?userId=${NOBODYS_ID}`)).status).toBe(409);
    await here.owner
      .with({ [CLINIC]: here.clinic.id, [PERSON]: await me() })
      .get('/patients')
      .expect(200);
  });
});

describe('a program', () => {
  it('says nothing of a screen and passes, or says where it means to be', async () => {
    const agent = await program(here);
    await agent.get('/patients').expect(200);
    await agent
      .with({ [CLINIC]: here.clinic.id })
      .get('/patients')
      .expect(200);
    await agent
      .with({ [CLINIC]: there.clinic.id })
      .get('/patients')
      .expect(409);
  });
});
