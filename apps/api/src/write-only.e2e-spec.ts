import { FIELDS, type GuardedDto, type Permission } from '@keel/contracts';
import type { Test } from 'supertest';
import type { Agent } from './testing/agent.js';
import { bodiesFor } from './testing/bodies.fixture.js';
import { type FullClinic, aFullClinic } from './testing/full-clinic.fixture.js';
import { aNote } from './testing/clinical.fixture.js';
import { plant, PLANTED } from './testing/planted.fixture.js';
import { nameOf, type Route, routesOf } from './testing/routes.js';
import { anAppointment, at, comingDay } from './testing/scheduling.fixture.js';
import { program } from './testing/session.js';

// A key that may write and not read, at every route that writes: whoever guesses at versions learns the version and nothing of
// the record, and the record that it has written comes back without the fields that it may not see.

const NOBODYS_ID = '0199a8b0-0000-7000-8000-0000000000ff';
const STALE = 999_999;

let here: FullClinic;
let writes: { route: Route; scope: Permission; readBy: readonly Permission[] }[];
const keys = new Map<string, Agent>();

/** What it takes to read the record that a path names. */
function readersOf(routes: readonly Route[], path: string): readonly Permission[] {
  const one = routes.find((route) => route.method === 'GET' && route.path === `/${path.split('/')[1]}/:id`);
  // The hours of a practitioner are a record of their own.
  const policy = path.endsWith('/working-hours') ? routes.find(({ path }) => path === '/working-hours/:id')?.policy : one?.policy;
  return policy && !policy.public ? policy.anyOf : [];
}

async function keyOf(...scopes: Permission[]): Promise<Agent> {
  const known = keys.get(scopes.join());
  const key = known ?? (await program(here, scopes));
  keys.set(scopes.join(), key);
  return key;
}

beforeAll(async () => {
  const clinic = await aFullClinic();
  await plant(clinic);
  // A key writes on what its maker began, and an owner made these.
  const appointment = await anAppointment(clinic.owner, clinic.diary, { start: at(comingDay(6), '13:00') });
  here = { ...clinic, ids: { ...clinic.ids, notes: (await aNote(clinic.owner, appointment.id)).id } };
  const routes = routesOf(here.app);
  writes = routes.flatMap((route) => {
    if (route.method === 'GET' || !route.policy || route.policy.public) return [];
    const readBy = readersOf(routes, route.path);
    return route.policy.anyOf.filter((scope) => !readBy.includes(scope)).map((scope) => ({ route, scope, readBy }));
  });
});

function send(agent: Agent, { method, path }: Route, body: object, ifMatch: string | number): Test {
  const filled = path.replace(':id', here.ids[path.split('/')[1] ?? ''] ?? NOBODYS_ID);
  if (method === 'DELETE') return agent.delete(filled, { ifMatch });
  if (method === 'PATCH') return agent.patch(filled, body, { ifMatch });
  return method === 'PUT' ? agent.put(filled, body, { ifMatch }) : agent.post(filled, body, { ifMatch });
}

/** A day on which hours were set already: only then is there a version to be stale. */
async function bodiesThatMeet(): Promise<Record<string, object>> {
  const hours = await here.owner.get(`/working-hours/${here.ids['working-hours']}`).expect(200);
  const { effectiveFrom } = hours.body as { effectiveFrom: string };
  return { ...bodiesFor(here.ids), 'PUT /practitioners/:id/working-hours': { effectiveFrom, weekly: [] } };
}

describe('a key that may write and not read', () => {
  it('is told by a stale version that there is another, and nothing of the record', async () => {
    const bodies = await bodiesThatMeet();
    const faults: string[] = [];
    const stale: string[] = [];
    for (const { route, scope, readBy } of writes) {
      const body = bodies[nameOf(route)] ?? {};
      const answer = await send(await keyOf(scope), route, body, STALE);
      if (answer.status !== 412) continue;
      stale.push(nameOf(route));
      const { type: _type, title: _title, detail: _detail, requestId: _requestId, ...rest } = answer.body as Record<string, unknown>;
      const { version, ...more } = rest;
      if (JSON.stringify(more) !== JSON.stringify({ status: 412, code: 'STALE_VERSION' })) {
        faults.push(`${nameOf(route)} with ${scope} tells ${Object.keys(more).join(', ')}`);
      }
      if (typeof version !== 'number' || answer.headers['etag'] !== `"${version}"`) faults.push(`${nameOf(route)} names no version`);
      const reader = await send(await keyOf(scope, readBy[0] as Permission), route, body, STALE);
      const { current } = reader.body as { current?: { version: number } };
      if (current?.version !== version) faults.push(`${nameOf(route)} with ${readBy[0]} does not show the record`);
    }
    expect(faults).toEqual([]);
    expect(stale.length).toBeGreaterThanOrEqual(35);
    for (const name of [
      'PATCH /patients/:id',
      'PATCH /notes/:id',
      'POST /notes/:id/sign',
      'PATCH /allergies/:id',
      'POST /invoices/:id/issue',
    ]) {
      expect(stale).toContain(name);
    }
  });

  it('gets back what it has written without the fields that it may not see', async () => {
    const bodies = await bodiesThatMeet();
    const faults: string[] = [];
    let written = 0;
    for (const { route, scope } of writes) {
      const { status, body } = await send(await keyOf(scope), route, bodies[nameOf(route)] ?? {}, '*');
      if (status < 300) written += 1;
      for (const [word, [dto, field]] of Object.entries(PLANTED)) {
        if (JSON.stringify(body).includes(word) && needs(dto, field) !== scope)
          faults.push(`${nameOf(route)} with ${scope} tells ${field}`);
      }
    }
    expect(faults).toEqual([]);
    expect(written).toBeGreaterThanOrEqual(25);
  });
});

function needs(dto: GuardedDto, field: string): Permission | undefined {
  const rule = (FIELDS[dto] as Readonly<Record<string, string | { needs: Permission }>>)[field];
  return typeof rule === 'object' ? rule.needs : undefined;
}
