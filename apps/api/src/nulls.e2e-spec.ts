import { validate } from 'class-validator';
import type { Agent } from './testing/agent.js';
import { bodiesFor } from './testing/bodies.fixture.js';
import { OPERATIONS, propertiesOf, SCHEMAS, takesNull } from './testing/description.js';
import { type FullClinic, aFullClinic } from './testing/full-clinic.fixture.js';
import { callRoute, dtosOf, routesOf } from './testing/routes.js';

// Null is an answer of its own, never "not said": it clears what may be empty, and is refused by name where nothing can be
// cleared. Which of the two it is stands in the API's description.

/** Asked for in another shape than JSON, or by something that no test clinic has. */
const NOT_ASKED = /^\/(public|session|webhooks)\//;

/** The clinic's where the location has none of its own. */
const INHERITED = ['/locations/:id region', '/locations/:id country'];

let here: FullClinic;
let agents: Agent[];
beforeAll(async () => {
  here = await aFullClinic();
  agents = [here.owner, here.agent];
});

const FIELDS = OPERATIONS.filter(({ path, method }) => method !== 'GET' && !NOT_ASKED.test(path)).flatMap(({ method, path, bodies }) =>
  bodies
    .map(propertiesOf)
    .flatMap((fields) => Object.entries(fields).map(([field, schema]) => ({ method, path, field, cleared: takesNull(schema) }))),
);

const filled = (path: string) => path.replace(':id', here.ids[path.split('/')[1] ?? ''] ?? here.clinic.id);

interface Answer {
  status: number;
  body: unknown;
}

const isRefused = ({ status, body }: Answer, field: string) =>
  status === 400 && ((body as { errors?: { pointer: string }[] }).errors ?? []).some(({ pointer }) => pointer.startsWith(`/${field}`));

/** The answers to a valid body with null in one field, as everybody who may call it. */
async function sendNull({ method, path, field }: (typeof FIELDS)[number]): Promise<Answer[]> {
  const body = { ...bodiesFor(here.ids)[`${method} ${path}`], [field]: null };
  const answers: Answer[] = [];
  for (const agent of agents) answers.push(await callRoute(agent, { method, path: filled(path) }, body));
  return answers;
}

describe('null', () => {
  it('is refused by the name of the field wherever the description does not take it', async () => {
    const strict = FIELDS.filter(({ cleared }) => !cleared);
    expect(strict.length).toBeGreaterThan(100);
    const faults: string[] = [];
    for (const asked of strict) {
      const answers = await sendNull(asked);
      if (!answers.some((answer) => isRefused(answer, asked.field)) || answers.some(({ status }) => status < 400 || status >= 500))
        faults.push(`${asked.method} ${asked.path} ${asked.field}: ${answers.map(({ status }) => status).join(' ')}`);
    }
    expect(faults).toEqual([]);
  });

  it('clears the field, and shows it cleared, wherever the description takes it', async () => {
    const clearing = FIELDS.filter(({ cleared }) => cleared);
    expect(clearing.length).toBeGreaterThan(60);
    const faults: string[] = [];
    for (const asked of clearing) {
      const answers = await sendNull(asked);
      const name = `${asked.method} ${asked.path} ${asked.field}`;
      const done = answers.find(({ status }) => status < 300);
      if (answers.some((answer) => isRefused(answer, asked.field) || answer.status >= 500))
        faults.push(`${name}: ${answers.map(({ status }) => status).join(' ')}`);
      const shown = (done?.body as Record<string, unknown> | undefined)?.[asked.field];
      if (asked.method === 'PATCH' && !INHERITED.includes(`${asked.path} ${asked.field}`) && (!done || (shown !== null && shown !== '')))
        faults.push(`${name}: ${answers.map(({ status }) => status).join(' ')} shows ${JSON.stringify(shown)}`);
    }
    expect(faults).toEqual([]);
  });

  it('is held to the description by every class that a request is checked by, those inside others too', async () => {
    const faults: string[] = [];
    const bodies = [...dtosOf(routesOf(here.app))].filter(({ name }) => SCHEMAS[name]);
    expect(bodies.length).toBeGreaterThan(40);
    for (const dto of bodies) {
      for (const [field, schema] of Object.entries(propertiesOf(SCHEMAS[dto.name] ?? {}))) {
        const asked = Object.assign(Object.create(dto.prototype as object) as object, { [field]: null });
        const refused = (await validate(asked)).some(({ property }) => property === field);
        if (refused === takesNull(schema)) faults.push(`${dto.name}.${field} ${refused ? 'refuses' : 'takes'} null`);
      }
    }
    expect(faults).toEqual([]);
  });
});
