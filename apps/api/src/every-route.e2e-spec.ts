import type { Permission } from '@keel/contracts';
import type { Agent } from './testing/agent.js';
import { bodiesFor } from './testing/bodies.fixture.js';
import { type FullClinic, aFullClinic } from './testing/full-clinic.fixture.js';
import { callRoute, nameOf, type Route, routesOf } from './testing/routes.js';
import { at, comingDay } from './testing/scheduling.fixture.js';
import { nobody, program, stranger } from './testing/session.js';

// Every rule below is asked of every route there is. A fault is a line of text that names the route; a test expects none.

const NOBODYS_ID = '0199a8b0-0000-7000-8000-0000000000ff';

/** Ids that every clinic shares: the defaults of the house, which nobody owns. */
const SHARED = new Set(['message-templates']);

let here: FullClinic;
let routes: Route[];
let bodies: Record<string, object>;
let guarded: Route[];
beforeAll(async () => {
  here = await aFullClinic();
  routes = routesOf(here.app);
  bodies = bodiesFor(here.ids);
  guarded = routes.filter(({ policy }) => policy && !policy.public);
});

const noun = (path: string) => path.split('/')[1] ?? '';
/** The path with the id of this clinic's own record, or of nobody's where the clinic has none. */
const filled = (route: Route) => ({
  ...route,
  path: route.path.replace(':id', here.ids[noun(route.path)] ?? NOBODYS_ID).replace(/:\w+/g, '1'),
});

async function faultsOf(of: Route[], look: (route: Route) => Promise<string | undefined>): Promise<string[]> {
  const faults: string[] = [];
  for (const route of of) {
    const fault = await look(route);
    if (fault) faults.push(`${nameOf(route)}: ${fault}`);
  }
  return faults;
}

describe('every route', () => {
  it('is found, with its body where it has one', () => {
    expect(guarded.length).toBeGreaterThan(80);
    expect(routes.find((route) => nameOf(route) === 'POST /patients')?.fields).toEqual(
      expect.arrayContaining(['firstName', 'dateOfBirth']),
    );
    expect(routes.find((route) => nameOf(route) === 'POST /appointments/:id/arrive')?.fields).toBeUndefined();
  });

  it('is closed to somebody who is not signed in, before it looks at anything', async () => {
    const agent = await nobody();
    const faults = await faultsOf(guarded, async (route) => {
      const { status, body } = await callRoute(agent, filled(route));
      return status === 401 && (body as { code?: string }).code === 'UNAUTHENTICATED' ? undefined : `answered ${status}`;
    });
    expect(faults).toEqual([]);
  });

  it('is closed to a program without its permission', async () => {
    const programs = new Map<Permission, Agent>();
    for (const scope of ['ledger:read', 'audit:read'] as const) programs.set(scope, await program(here, [scope]));
    const faults = await faultsOf(guarded, async (route) => {
      const anyOf = route.policy && !route.policy.public ? route.policy.anyOf : [];
      const other = [...programs].find(([scope]) => !anyOf.includes(scope))?.[1];
      if (anyOf.length === 0 || !other) return undefined;
      const { status, body } = await callRoute(other, filled(route));
      return status === 403 && (body as { code?: string }).code === 'FORBIDDEN' ? undefined : `answered ${status}`;
    });
    expect(faults).toEqual([]);
  });

  it('lets no program write by a permission that reads, nor by none at all', async () => {
    const reads = (permission: Permission) => permission.endsWith(':read');
    const writes = guarded.filter(({ method }) => method !== 'GET');
    const faults = await faultsOf(writes, async (route) => {
      const anyOf = route.policy && !route.policy.public ? route.policy.anyOf : [];
      if (anyOf.length > 0 && !anyOf.some(reads)) return undefined;
      const key = await program(here, [anyOf.find(reads) ?? 'clinic:read']);
      const { status, body } = await callRoute(key, filled(route), bodies[nameOf(route)]);
      return status === 403 && (body as { code?: string }).code === 'PERSON_ONLY' ? undefined : `answered ${status}`;
    });
    expect(faults).toEqual([]);
  });

  it('shows its own clinic what it asks for by id', async () => {
    const byId = guarded.filter(({ method, path }) => method === 'GET' && path.includes(':id') && here.ids[noun(path)]);
    expect(byId.length).toBeGreaterThan(15);
    const faults = await faultsOf(byId, async (route) => {
      const agents = [here.owner, here.agent];
      const answers = await Promise.all(agents.map((agent) => callRoute(agent, filled(route))));
      return answers.some(({ status }) => status === 200) ? undefined : `answered ${answers.map(({ status }) => status).join(' and ')}`;
    });
    expect(faults).toEqual([]);
  });

  it('knows no id of another clinic', async () => {
    const other = await stranger();
    const byId = guarded.filter(({ path }) => path.includes(':id') && !SHARED.has(noun(path)));
    const faults = await faultsOf(byId, async (route) => {
      const { status, body } = await callRoute(other, filled(route), bodies[nameOf(route)]);
      return status === 404 ? undefined : `answered ${status} ${JSON.stringify(body).slice(0, 200)}`;
    });
    expect(faults).toEqual([]);
  });

  it('refuses a field that it does not know, by its pointer', async () => {
    const taking = guarded.filter(({ fields }) => fields !== undefined);
    expect(taking.length).toBeGreaterThan(30);
    const faults = await faultsOf(taking, async (route) => {
      const { status, body } = await callRoute(here.owner, filled(route), { ...bodies[nameOf(route)], surprise: 1 });
      const pointers = ((body as { errors?: { pointer: string }[] }).errors ?? []).map(({ pointer }) => pointer);
      return status === 400 && pointers.includes('/surprise') ? undefined : `answered ${status}`;
    });
    expect(faults).toEqual([]);
  });

  it('answers null, numbers and nonsense in any field with words and never with a fault of its own', async () => {
    const taking = guarded.filter(({ fields }) => (fields ?? []).length > 0);
    const faults = await faultsOf(taking, async (route) => {
      const faults: string[] = [];
      for (const field of route.fields ?? []) {
        for (const value of [null, -1, 'nonsense \u0000', [], {}]) {
          const { status } = await callRoute(here.owner, filled(route), { ...bodies[nameOf(route)], [field]: value });
          if (status >= 500) faults.push(`${field} = ${JSON.stringify(value)}`);
        }
      }
      return faults.length > 0 ? `broke at ${faults.join(', ')}` : undefined;
    });
    expect(faults).toEqual([]);
  });
});

describe('an id of another clinic in a body', () => {
  it('is as unknown as in a path', async () => {
    const there = await aFullClinic();
    const { patients, practitioners, services, appointments, locations } = there.ids;
    const own = { patientId: patients, practitionerId: practitioners, serviceId: services };
    const start = at(comingDay(4), '11:00');
    const foreign: [string, object][] = [
      ...Object.keys(own).map((field): [string, object] => [
        '/appointments',
        { ...own, start, [field]: here.ids[`${field.replace('Id', '')}s`] },
      ]),
      ['/appointments', { ...own, start, locationId: here.ids['locations'] }],
      ['/notes', { appointmentId: here.ids['appointments'], sections: [] }],
      ['/notes', { appointmentId: appointments, templateId: here.ids['note-templates'], sections: [] }],
      ['/time-off', { practitionerId: here.ids['practitioners'], start, end: at(comingDay(4), '12:00') }],
      ...['/allergies', '/problems', '/medications'].map((path): [string, object] => [
        path,
        { patientId: here.ids['patients'], description: 'X' },
      ]),
    ];
    expect(locations).not.toBe(here.ids['locations']);
    const faults: string[] = [];
    for (const [path, body] of foreign) {
      const { status } = await there.owner.post(path, body);
      if (status !== 404) faults.push(`POST ${path} ${JSON.stringify(body)}: answered ${status}`);
    }
    expect(faults).toEqual([]);
  });
});
