import { validate } from 'class-validator';
import request from 'supertest';
import { type FullClinic, aFullClinic } from './testing/full-clinic.fixture.js';
import { textFaults } from './platform/problems/visible-text.js';
import { dtosOf, nameOf, type Route, routesOf, rulesOf } from './testing/routes.js';

// However a request is made, it asks for no more work than it may. Asked of every route there is.

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];
const NOBODYS_ID = '0199a8b0-0000-7000-8000-0000000000ff';

/** 100,000 fields that nobody knows, in less than a megabyte. */
const WIDE = `{${Array.from({ length: 100_000 }, (_, n) => `"${n.toString(36)}":1`).join(',')}}`;
const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const LONG = JSON.stringify({ name: 'x'.repeat(1_500_000) });
const BODIES = { WIDE, DEEP, LONG };
const PUBLIC_BYTES = 16 * 1024;
const BYTES = 1024 * 1024;

let here: FullClinic;
let routes: Route[];
beforeAll(async () => {
  here = await aFullClinic();
  routes = routesOf(here.app);
});

/** What is wrong with the answer to such a body, if anything is. */
async function fault(route: Route, name: keyof typeof BODIES): Promise<string | undefined> {
  const body = BODIES[name];
  const call = request(here.app.url);
  const method = route.method.toLowerCase() as 'post' | 'put' | 'patch' | 'delete';
  const {
    status,
    headers,
    body: answer,
  } = await call[method](`/api/v1${route.path.replace(/:\w+/g, NOBODYS_ID)}`)
    .set({ cookie: here.owner.cookie ?? '', 'if-match': '*', 'idempotency-key': `${name} ${nameOf(route)}` })
    .type('json')
    .send(body);
  const problem = answer as { status?: number; code?: string; errors?: unknown[] };
  const limit = route.policy?.public ? PUBLIC_BYTES : BYTES;
  const expected = body.length > limit ? 413 : 400;
  const isProblem = String(headers['content-type']).includes('application/problem+json') && problem.status === status && problem.code;
  if (status !== expected || !isProblem) return `${nameOf(route)} answered ${status} to ${name}: ${JSON.stringify(answer).slice(0, 200)}`;
  if ((problem.errors ?? []).length > 50) return `${nameOf(route)} named ${problem.errors?.length} faults`;
  const next = await request(here.app.url).get('/health/live');
  return next.status === 200 ? undefined : `After ${nameOf(route)} the server answered ${next.status}`;
}

describe('every write route', () => {
  it('refuses a wide, a deep and a long body in words, and the server answers the next request', async () => {
    const writes = routes.filter(({ method }) => WRITES.includes(method));
    expect(writes.length).toBeGreaterThan(60);
    expect(writes.filter(({ policy }) => policy?.public).length).toBeGreaterThan(5);
    const faults: string[] = [];
    for (const route of writes) {
      for (const name of ['WIDE', 'DEEP', 'LONG'] as const) faults.push(...[await fault(route, name)].filter((text) => text !== undefined));
    }
    expect(faults).toEqual([]);
  });

  it('says which of its parts is too much', async () => {
    const { body } = await here.owner.post('/notes', { sections: [{ key: 's', answers: Array(2001).fill(1) }] }).expect(400);
    expect(body).toMatchObject({
      code: 'INVALID',
      errors: [{ pointer: '/sections/0/answers', detail: expect.stringContaining('2001') as string }],
    });
  });

  it('names at most fifty faults, and says how many more there are', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`field${n}`, n]));
    const { body } = await here.owner.post('/phrases', { trigger: 'x', text: 'X', ...unknown }).expect(400);
    const problem = body as { errors: unknown[]; detail: string };
    expect(problem.errors).toHaveLength(50);
    expect(problem.detail).toContain('40 more');
  });
});

it('a query is bounded like a body', async () => {
  const { body } = await here.owner.get(`/patients?${Array.from({ length: 60 }, (_, n) => `f${n}=1`).join('&')}`).expect(400);
  expect(body).toMatchObject({ code: 'INVALID', errors: [{ pointer: '', detail: expect.stringContaining('60 fields') as string }] });
  await here.owner.get(`/messages?${Array(101).fill('status=sent').join('&')}`).expect(400);
});

/** Longer than any text that is asked for anywhere. */
const ENDLESS = 'x'.repeat(200_000);
/** Fields that may hold anything here and are held to bounds of their own where they are used. */
const BOUNDED_ELSEWHERE = new Set(['AnswerDto.value']);

describe('every field of every request', () => {
  it('has an end: a list a number of entries, a text a number of characters', async () => {
    const dtos = dtosOf(routes);
    expect(dtos.size).toBeGreaterThan(50);
    const faults: string[] = [];
    for (const dto of dtos) {
      for (const [property, rules] of Map.groupBy(rulesOf(dto), ({ propertyName }) => propertyName)) {
        const name = `${dto.name}.${property}`;
        const isList = rules.some(({ name, each }) => name === 'isArray' || each);
        if (isList && !rules.some(({ name }) => name === 'arrayMaxSize')) faults.push(`${name} is a list without @ArrayMaxSize`);
        const takesEndless = !BOUNDED_ELSEWHERE.has(name) && !(await refuses(dto, property, isList ? [ENDLESS] : ENDLESS));
        if (takesEndless) faults.push(`${name} takes a text without end; give it @MaxLength`);
      }
    }
    expect(faults).toEqual([]);
  });
});

/** Notes, reasons, texts of messages and what describes at length. Whatever else is asked for as a text is one line. */
const OF_SEVERAL_LINES = [...['body', 'comment', 'description', 'dosage', 'en', 'fr', 'manifestation', 'reason', 'text', 'wording']];
/** What nobody is shown. */
const NEVER_SHOWN = ['q', 'password', 'currentPassword', 'newPassword', 'cursor'];

describe('every text of every request', () => {
  it('is one line, but for those that may be of several', () => {
    const several = new Set<string>();
    for (const dto of dtosOf(routes)) {
      for (const [property, rules] of Map.groupBy(rulesOf(dto), ({ propertyName }) => propertyName)) {
        if (NEVER_SHOWN.includes(property) || !rules.some(({ name }) => /^(?:is|max|min)Length$/i.test(name ?? ''))) continue;
        const isList = rules.some(({ name, each }) => name === 'isArray' || each);
        const asked = Object.assign(Object.create(dto.prototype as object) as object, { [property]: isList ? ['A\nB'] : 'A\nB' });
        if (textFaults(asked).length === 0) several.add(property);
      }
    }
    expect([...several].toSorted()).toEqual(OF_SEVERAL_LINES);
  });
});

async function refuses(dto: () => unknown, property: string, value: unknown): Promise<boolean> {
  const asked = Object.assign(Object.create(dto.prototype as object) as object, { [property]: value });
  return (await validate(asked, { skipMissingProperties: true })).some((error) => error.property === property);
}
