import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS, type GuardedDto, hiddenFields, type Permission, type Role, ROLES, TELLING_NAMES, WHOLE } from '@keel/contracts';
import { addDays } from '@keel/calendar';
import type { Agent } from './testing/agent.js';
import { type FullClinic, aFullClinic } from './testing/full-clinic.fixture.js';
import { nameOf, type Route, routesOf } from './testing/routes.js';
import { plant, PLANTED } from './testing/planted.fixture.js';
import { comingDay } from './testing/scheduling.fixture.js';
import { member, program } from './testing/session.js';

// Every answer there is, read by everybody there is, and held against the table of fields. What must not be seen is planted
// as a word that stands nowhere else, so that it is found wherever it comes out.

/** As the build wrote it: a test's own compiler does not read what classes say. */
const DESCRIPTION = join(process.cwd(), 'libs/api-client/openapi.json');
const NOBODYS_ID = '0199a8b0-0000-7000-8000-0000000000ff';
/** A stream, a file and pages that show nothing of a record. */
const NOT_READ = ['GET /events', 'GET /invoices/:id/pdf', 'GET /health/live', 'GET /health/ready', 'GET /metrics'];

/** Workers make these, and none run here. */
const NONE_HERE = ['GET /dead-letters/:id', 'GET /messages/:id'];

interface Schema {
  $ref?: string;
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}
interface Description {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> } }>;
}
interface Reader {
  name: string;
  userId?: string;
  agent: Agent;
  permissions: ReadonlySet<Permission>;
}
interface Seen {
  dto: string;
  record: Record<string, unknown>;
}

let here: FullClinic;
let routes: Route[];
let readers: Reader[];
let schemas: Record<string, Schema>;
let answers: ReadonlyMap<string, Schema>;

beforeAll(async () => {
  here = await aFullClinic();
  await plant(here);
  routes = routesOf(here.app).filter(
    (route) => route.method === 'GET' && route.policy && !route.policy.public && !NOT_READ.includes(nameOf(route)),
  );
  const document = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Description;
  schemas = document.components.schemas;
  answers = new Map(
    Object.entries(document.paths).flatMap(([path, item]): [string, Schema][] => {
      const schema = item.get?.responses['200']?.content?.['application/json']?.schema;
      return schema ? [[path.replace('/api/v1', '').replaceAll(/\{(\w+)\}/g, ':$1'), schema]] : [];
    }),
  );
  readers = await everybody(here);
});

async function everybody(clinic: FullClinic): Promise<Reader[]> {
  const { app, owner, clinic: of, agent } = clinic;
  const colleague = await member(app, owner, of.id, 'practitioner');
  const signedIn: [string, Agent][] = [
    ['owner', owner],
    ['practitioner', agent],
    ['colleague', colleague.agent],
  ];
  for (const role of ['admin', 'front_desk', 'billing'] as const) signedIn.push([role, (await member(app, owner, of.id, role)).agent]);
  const people = signedIn.map(async ([name, agent]): Promise<Reader> => {
    const { permissions, user } = (await agent.get('/session').expect(200)).body as { permissions: Permission[]; user: { id: string } };
    return { name, agent, userId: user.id, permissions: new Set(permissions) };
  });
  const scopes: Permission[] = ['patient:read', 'appointment:read', 'staff:read', 'invoice:read', 'message:read', 'clinic:read'];
  const key: Reader = { name: 'key', agent: await program(clinic, scopes), permissions: new Set(scopes) };
  return [...(await Promise.all(people)), key];
}

/** The path with ids of this clinic, and a query where one is needed. */
function addressOf({ path }: Route): string {
  const { ids } = here;
  const noun = path.split('/')[1] ?? '';
  const filled = path.replace(':id', ids[noun] ?? NOBODYS_ID).replace(':number', '1');
  const days = `from=${comingDay(1)}&to=${addDays(comingDay(1), 7)}`;
  const query: Record<string, string> = {
    '/appointments/days': days,
    '/appointments/nearest': `patientIds=${ids['patients']}`,
    '/availability': `serviceId=${ids['services']}&${days}`,
    '/search': 'q=gagne',
    '/allergies': `patientId=${ids['patients']}`,
    '/medications': `patientId=${ids['patients']}`,
    '/problems': `patientId=${ids['patients']}`,
  };
  return query[path] ? `${filled}?${query[path]}` : filled;
}

const nameOfRef = (ref: string) => ref.split('/').at(-1) ?? '';

/** Every record in an answer, with the name of its DTO, by walking the description beside it. */
function recordsIn(body: unknown, schema: Schema | undefined, dto = ''): Seen[] {
  if (!schema || body === null || typeof body !== 'object') return [];
  if (schema.$ref) return recordsIn(body, schemas[nameOfRef(schema.$ref)], nameOfRef(schema.$ref));
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (parts.length > 0) return parts.flatMap((part) => recordsIn(body, part, dto));
  if (Array.isArray(body)) return body.flatMap((item: unknown) => recordsIn(item, schema.items));
  const record = body as Record<string, unknown>;
  const inside = Object.entries(schema.properties ?? {}).flatMap(([field, of]) => recordsIn(record[field], of));
  return [...(dto ? [{ dto, record }] : []), ...inside];
}

const isGuarded = (dto: string): dto is GuardedDto => dto in FIELDS;

/** Whether a record is about whoever reads it: their own practitioner, and the one whose time off was planted. */
const isOwn = ({ name, userId }: Reader, { dto, record }: Seen) =>
  (dto === 'TimeOffDto' && name === 'practitioner') || (dto === 'PractitionerDto' && userId !== undefined && record['userId'] === userId);

describe('every answer', () => {
  it('shows each reader the fields that the table names, and no others', async () => {
    const faults: string[] = [];
    const met = new Set<string>();
    const open = new Set<string>();
    for (const route of routes) {
      for (const reader of readers) {
        const { status, body } = await reader.agent.get(addressOf(route));
        if (status !== 200) continue;
        open.add(nameOf(route));
        const about = `${nameOf(route)} as ${reader.name}`;
        for (const seen of recordsIn(body, answers.get(route.path))) {
          if (!isGuarded(seen.dto)) continue;
          met.add(`${seen.dto} ${reader.name}`);
          const hidden = hiddenFields(seen.dto, reader.permissions, isOwn(reader, seen));
          const expected = Object.keys(FIELDS[seen.dto]).filter((field) => !hidden.includes(field));
          const got = Object.keys(seen.record);
          const wrong = [...new Set(expected).symmetricDifference(new Set(got))];
          if (wrong.length > 0) faults.push(`${about}: ${seen.dto} differs in ${wrong.join(', ')}`);
        }
        const text = JSON.stringify(body);
        for (const [word, [dto, field]] of Object.entries(PLANTED)) {
          const own = dto === 'TimeOffDto' && reader.name === 'practitioner';
          if (text.includes(word) && hiddenFields(dto, reader.permissions, own).includes(field))
            faults.push(`${about}: tells ${dto}.${field}`);
        }
      }
    }
    expect(faults).toEqual([]);
    // Whatever nobody could read was not looked at.
    expect(routes.map(nameOf).filter((name) => !open.has(name) && !NONE_HERE.includes(name))).toEqual([]);
    for (const dto of Object.keys(FIELDS)) for (const name of ['owner', 'billing', 'key']) expect([...met]).toContain(`${dto} ${name}`);
  });

  it('has its guarded fields decided one by one, and left out of what must be there', () => {
    for (const dto of Object.keys(FIELDS) as GuardedDto[]) {
      const schema = schemas[dto] as Schema & { required?: string[] };
      expect([dto, Object.keys(schema.properties ?? {}).toSorted()]).toEqual([dto, Object.keys(FIELDS[dto]).toSorted()]);
      const optional = hiddenFields(dto, new Set());
      expect([dto, optional.filter((field) => schema.required?.includes(field))]).toEqual([dto, []]);
    }
  });

  it('with a field of a telling name is in the table, or said to be whole, with the reason', () => {
    const told = new Set([...answers.values()].flatMap((schema) => [...named(schema)]));
    const undecided = [...told].filter((dto) => {
      const fields = Object.keys(schemas[dto]?.properties ?? {});
      return !(dto in FIELDS) && !(dto in WHOLE) && fields.some((field) => TELLING_NAMES.includes(field));
    });
    // Decide them in libs/contracts/src/fields.ts.
    expect(undecided).toEqual([]);
    expect(Object.keys(WHOLE).filter((dto) => !told.has(dto))).toEqual([]);
  });

  it('is asked for as every role', () => {
    const asked = readers.map(({ name }) => name);
    expect(ROLES.filter((role: Role) => !asked.includes(role))).toEqual([]);
  });
});

function named(schema: Schema | undefined, seen = new Set<string>()): Set<string> {
  if (!schema) return seen;
  if (schema.$ref) {
    const name = nameOfRef(schema.$ref);
    if (!seen.has(name)) named(schemas[name], seen.add(name));
  }
  for (const part of [schema.items, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) named(part, seen);
  for (const part of Object.values(schema.properties ?? {})) named(part, seen);
  return seen;
}

describe('a field that somebody does not see', () => {
  it('is not told by a refusal either, is not written by them, and stays as it is', async () => {
    const patient = `/patients/${here.ids['patients']}`;
    const key = await program(here, ['patient:read', 'patient:write']);
    const stale = await key.patch(patient, { firstName: 'Anna' }, { ifMatch: 9999 }).expect(412);
    expect((stale.body as { current: object }).current).toHaveProperty('dateOfBirth');
    expect(JSON.stringify(stale.body)).not.toContain('planted');
    for (const body of [{ alerts: [] }, { healthCardNumber: null }, { emergencyContact: null, occupation: 'x' }]) {
      const refused = await key.patch(patient, body, { ifMatch: '*' }).expect(403);
      expect(refused.body).toMatchObject({ code: 'FIELD_NOT_YOURS', errors: Object.keys(body).map((field) => ({ pointer: `/${field}` })) });
      const added = await key.post('/patients', { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01', ...body }).expect(403);
      expect(added.body).toMatchObject({ code: 'FIELD_NOT_YOURS' });
    }
    const changed = await key.patch(patient, { firstName: 'Anna' }, { ifMatch: '*' }).expect(200);
    expect(changed.body).not.toHaveProperty('alerts');
    const { body } = await here.owner.get(patient).expect(200);
    expect(body).toMatchObject({
      firstName: 'Anna',
      alerts: ['planted-alert'],
      healthCardNumber: 'planted-card',
      occupation: 'planted-work',
    });
  });
});
