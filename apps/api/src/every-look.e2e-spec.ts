import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Test } from 'supertest';
import { Db, LinkTokens, systemCtx } from './platform/index.js';
import { Agent, type CallOptions } from './testing/agent.js';
import { bodiesFor } from './testing/bodies.fixture.js';
import { aFullClinic, type FullClinic } from './testing/full-clinic.fixture.js';
import { aPatient } from './testing/patients.fixture.js';
import { nameOf, type Route, routesOf } from './testing/routes.js';
import { program, signedInAgain } from './testing/session.js';

// Whatever answer shows a person, by id or by name, must have left an audit row that names the person and the request.

const CANARY = { firstName: 'Quillonette', lastName: 'Zyzzogeton-Vrba' };
const STALE = 999_999;

let here: FullClinic;
let routes: Route[];
/** Every patient of the clinic, with what betrays them in an answer. */
let patients: { id: string; signs: string[] }[];
const showed = new Set<string>();

beforeAll(async () => {
  here = await aFullClinic({ patient: CANARY, workers: true });
  // The journey is written by then, and so is the queue of reviews.
  await here.app.settle();
  await aPatient(here.owner, { externalId: 'twin' });
  routes = routesOf(here.app);
  const rows = await here.app.sql<{ id: string }>('SELECT id FROM patient WHERE clinic_id = $1', [here.clinic.id]);
  patients = rows.map(({ id }) => ({ id, signs: id === here.ids['patients'] ? [id, CANARY.firstName, CANARY.lastName] : [id] }));
});

const noun = (path: string) => path.split('/')[1] ?? '';

/** What a list wants to know before it shows anything. */
const queryOf = (path: string): string => {
  const ofPatient = `?patientId=${here.ids['patients']}`;
  const queries: Record<string, string> = {
    '/search': '?q=Zyzzogeton',
    '/allergies': ofPatient,
    '/medications': ofPatient,
    '/problems': ofPatient,
  };
  return queries[path] ?? '';
};

/** As text, whatever it is: a receipt is read as a person would. */
async function textOf(call: Test): Promise<{ status: number; text: string; requestId: string }> {
  const { status, headers, body } = await call.buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => done(null, Buffer.concat(parts)));
  });
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from('');
  const pdf = String(headers['content-type']).startsWith('application/pdf');
  const text = pdf ? execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString() : bytes.toString();
  return { status, text, requestId: String(headers['x-request-id']) };
}

/** The patients that an answer shows and whom no audit row of its request names. */
async function unwritten(name: string, call: Test): Promise<string | undefined> {
  const { status, text, requestId } = await textOf(call);
  const shown = patients.filter(({ signs }) => signs.some((sign) => text.includes(sign)));
  if (shown.length === 0) return undefined;
  showed.add(`${name} ${status}`);
  const rows = await here.app.sql<{ ids: string[]; whole: boolean }>(
    `SELECT patient_ids AS ids, actor_id <> '' AND what <> '' AND ip IS NOT NULL AS whole FROM audit_entry WHERE clinic_id = $1 AND request_id = $2`,
    [here.clinic.id, requestId],
  );
  const written = new Set(rows.filter(({ whole }) => whole).flatMap(({ ids }) => ids));
  const missing = shown.filter(({ id }) => !written.has(id));
  return missing.length > 0 ? `${name} answered ${status} and nobody wrote down who saw ${missing.length} of ${shown.length}` : undefined;
}

function ask(agent: Agent, route: Pick<Route, 'method' | 'path'>, body: object, options: CallOptions): Test {
  const path = route.path.replace(':id', here.ids[noun(route.path)] ?? randomUUID()).replace(/:\w+/g, '1');
  switch (route.method) {
    case 'GET':
      return agent.get(path + queryOf(route.path), options);
    case 'DELETE':
      return agent.delete(path, options);
    case 'PATCH':
      return agent.patch(path, body, options);
    case 'PUT':
      return agent.put(path, body, options);
    default:
      return agent.post(path, body, options);
  }
}

describe('whoever is shown by an answer', () => {
  it('is written down: by every route, read, refused as stale, done, and repeated', async () => {
    const bodies = bodiesFor(here.ids);
    const guarded = routes.filter(({ policy, path }) => policy && !policy.public && path !== '/events');
    const order = (route: Route) => (route.method === 'GET' ? 0 : 1);
    const callers = { owner: here.owner, practitioner: here.agent, program: await program(here) };
    const faults: (string | undefined)[] = [];
    for (const route of [...guarded].sort((a, b) => order(a) - order(b))) {
      const name = nameOf(route);
      const body = bodies[name] ?? {};
      if (route.method === 'GET') {
        for (const [who, agent] of Object.entries(callers)) faults.push(await unwritten(`${name} as ${who}`, ask(agent, route, body, {})));
        continue;
      }
      faults.push(await unwritten(`${name}, stale`, ask(here.owner, route, body, { ifMatch: STALE })));
      const headers = { 'idempotency-key': randomUUID() };
      const again = { ifMatch: '*', idempotencyKey: null, headers };
      faults.push(await unwritten(name, ask(here.owner, route, body, again)));
      faults.push(await unwritten(`${name}, repeated`, ask(here.owner, route, body, again)));
    }
    expect(faults.filter(Boolean)).toEqual([]);
  });

  it('is written down too where the appointment that opens the chart is called off meanwhile', async () => {
    const id = here.ids['appointments'] ?? '';
    const { status } = (await here.owner.get(`/appointments/${id}`).expect(200)).body as { status: string };
    expect(status).toBe('booked');
    // The routes of before ended their sessions and reset their sign-in.
    const practitioner = await signedInAgain(here.app, here.diary.practitionerId);
    const faults: (string | undefined)[] = [];
    for (const [at, route] of routes
      .filter(({ method, policy, path }) => method === 'GET' && policy && !policy.public && path !== '/events')
      .entries()) {
      const turn =
        at % 2 === 0 ? here.owner.post(`/appointments/${id}/cancel`, { by: 'clinic' }) : here.owner.post(`/appointments/${id}/restore`);
      const [fault] = await Promise.all([unwritten(`${nameOf(route)}, raced`, ask(practitioner, route, {}, {})), turn.expect(200)]);
      faults.push(fault);
    }
    expect(faults.filter(Boolean)).toEqual([]);
    expect([...showed].filter((name) => name.includes('raced 200')).length).toBeGreaterThanOrEqual(15);
  });

  it('is written down where a change is asked for that is there already', async () => {
    const bodies = bodiesFor(here.ids);
    // Of a member of staff such a change shows nobody, and ends the sessions that go on asking.
    const writes = routes.filter(
      ({ method, policy, path }) => method !== 'GET' && policy && !policy.public && path.includes('/:id') && noun(path) !== 'staff',
    );
    const callers = { owner: here.owner, practitioner: await signedInAgain(here.app, here.diary.practitionerId) };
    const faults: (string | undefined)[] = [];
    for (const route of writes) {
      for (const [who, agent] of Object.entries(callers)) {
        const name = `${nameOf(route)} as ${who}`;
        const call = (key: string) =>
          ask(agent, route, bodies[nameOf(route)] ?? {}, { ifMatch: '*', idempotencyKey: null, headers: { 'idempotency-key': key } });
        const key = randomUUID();
        faults.push(await unwritten(`${name}, once`, call(randomUUID())));
        faults.push(await unwritten(`${name}, twice`, call(key)));
        faults.push(await unwritten(`${name}, twice, repeated`, call(key)));
      }
    }
    expect(faults.filter(Boolean)).toEqual([]);
    for (const name of [
      'POST /notes/:id/share as practitioner',
      'POST /notes/:id/unshare as practitioner',
      'POST /notes/:id/entered-in-error as practitioner',
      'POST /appointments/:id/patient-told as owner',
      'POST /appointments/:id/patient-not-told as owner',
      'POST /chart-access/:id/review as owner',
    ]) {
      expect([...showed]).toContain(`${name}, twice 200`);
      expect([...showed]).toContain(`${name}, twice, repeated 200`);
    }
  });

  it('was found in what the test went through, so that it looks at something', () => {
    const seen = [...showed].sort();
    expect(seen.filter((name) => name.includes('stale 412')).length).toBeGreaterThanOrEqual(8);
    expect(seen.filter((name) => /repeated 20[01]/.test(name)).length).toBeGreaterThanOrEqual(12);
    expect(seen.filter((name) => name.startsWith('GET')).length).toBeGreaterThanOrEqual(40);
    for (const name of ['GET /search as owner 200', 'GET /invoices/:id/pdf as owner 200', 'GET /patients/:id/timeline as owner 200']) {
      expect(seen).toContain(name);
    }
  });

  it('is written down where an externalId is taken', async () => {
    const { owner, ids } = here;
    const twin = { firstName: 'A', lastName: 'B', dateOfBirth: '1980-01-01', externalId: 'twin' };
    const faults = [await unwritten('POST /patients, taken', owner.post('/patients', twin))];
    const entry = { patientId: ids['patients'], description: 'X', externalId: 'x-1' };
    for (const path of ['/allergies', '/medications', '/problems']) {
      await owner.post(path, entry).expect(201);
      const { headers } = await owner.post(path, entry).expect(409);
      const rows = await here.app.sql('SELECT 1 FROM audit_entry WHERE request_id = $1 AND $2 = ANY (patient_ids)', [
        headers['x-request-id'],
        ids['patients'],
      ]);
      if (rows.length === 0) faults.push(`POST ${path}, taken`);
    }
    expect(faults.filter(Boolean)).toEqual([]);
    expect([...showed]).toContain('POST /patients, taken 409');
  });

  it('is written down for the holder of a link too, who sees no name', async () => {
    const subject = {
      kind: 'appointment' as const,
      subjectId: here.appointment.id,
      patientId: here.ids['patients'] ?? '',
      expiresAt: new Date('2099-01-01'),
    };
    await here.owner.patch(`/patients/${subject.patientId}`, { email: 'holder@x.example' }, { ifMatch: '*' }).expect(200);
    const ctx = systemCtx(here.clinic.id, 'test');
    const token = await here.app.nest.get(Db).tx(ctx, (ctx) => Promise.resolve(here.app.nest.get(LinkTokens).mint(ctx, subject)));
    const holder = new Agent(here.app.url, {});
    const mailbox = { ...subject, kind: 'mailbox' as const, subjectId: subject.patientId };
    const wayOut = await here.app.nest.get(Db).tx(ctx, (ctx) => Promise.resolve(here.app.nest.get(LinkTokens).mint(ctx, mailbox)));
    for (const path of [`/public/links/${token}`, `/public/links/${token}/calendar.ics`, `/public/emails/${wayOut}`]) {
      const { status, requestId } = await textOf(holder.get(path));
      expect([path, status]).toEqual([path, 200]);
      const rows = await here.app.sql<{ actor: string }>(
        'SELECT actor_type AS actor FROM audit_entry WHERE request_id = $1 AND $2 = ANY (patient_ids) AND ip IS NOT NULL',
        [requestId, subject.patientId],
      );
      expect(rows.map(({ actor }) => actor)).toContain('link');
    }
  });

  it('is written down before a stream tells of them, once a stream', async () => {
    const { owner, ids, app } = here;
    const stream = await owner.stream('/events');
    await stream.event('ready');
    const change = (line: string) => owner.patch(`/patients/${ids['patients']}`, { occupation: line }, { ifMatch: '*' }).expect(200);
    await change('Luthier');
    await change('Potter');
    await stream.until(({ types }) => types.filter((type) => type === 'patient.updated').length === 2);
    expect((await stream.event('patient.updated')).data?.ids['patientId']).toBe(ids['patients']);
    const rows = await app.sql(
      "SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND what = 'live-event' AND action = 'read' AND $2 = ANY (patient_ids)",
      [here.clinic.id, ids['patients']],
    );
    expect(rows).toHaveLength(1);
    stream.leave();
  });
});
