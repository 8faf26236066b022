import { encodeCursor } from './platform/index.js';
import type { Agent } from './testing/agent.js';
import { bodiesFor } from './testing/bodies.fixture.js';
import { OPERATIONS, refersTo, type Schema, SCHEMAS } from './testing/description.js';
import { type FullClinic, aFullClinic } from './testing/full-clinic.fixture.js';
import { callRoute } from './testing/routes.js';

// Read from the API's description, so that a new field is in by being there.

interface Field {
  method: string;
  path: string;
  place: 'query' | 'path' | 'body';
  pointer: string;
  schema: Schema;
}

/** Every value under a schema, by its pointer. */
function leaves(schema: Schema, pointer: string, seen: string[] = []): { pointer: string; schema: Schema }[] {
  const name = refersTo(schema);
  if (name !== undefined) return seen.includes(name) ? [] : leaves(SCHEMAS[name] ?? {}, pointer, [...seen, name]);
  if (schema.allOf) return schema.allOf.flatMap((one) => leaves(one, pointer, seen));
  if (schema.items) return leaves(schema.items, `${pointer}/0`, seen);
  if (schema.properties) return Object.entries(schema.properties).flatMap(([key, one]) => leaves(one, `${pointer}/${key}`, seen));
  return [{ pointer, schema }];
}

const FIELDS: Field[] = OPERATIONS.flatMap(({ method, path, parameters, bodies }) => {
  const asked = parameters.flatMap(({ name, in: place, schema }): Field[] =>
    place === 'query' || place === 'path' ? [{ method, path, place, pointer: `/${name}`, schema }] : [],
  );
  const sent = bodies.flatMap((schema) => leaves(schema, ''));
  return [...asked, ...sent.map((field): Field => ({ method, path, place: 'body', ...field }))];
});

const TIMES = ['date', 'date-time', 'date-or-date-time'];
const nameOf = ({ method, path, pointer }: Field) => `${method} ${path} ${pointer}`;
const wordOf = ({ pointer }: Field) => pointer.split('/').at(-1) ?? '';
/** Readings of a clock, which have no date. */
const CLOCKS = /^PUT \/practitioners\/:id\/working-hours \/weekly\/0\/(start|end)$/;

describe('what the API takes of time', () => {
  it('is marked as such wherever its name says that it is a day or an instant', () => {
    const named =
      /(^|[a-z])([Dd]ate|[Dd]ay|[Ii]nstant|[Ff]rom|[Uu]ntil|[Ss]ince|[Ss]tart|[Ee]nd|At|On)(OfBirth)?$|^to$|^(birth|valid|expires)/;
    const texts = FIELDS.filter(({ schema }) => [schema.type].flat().includes('string') && !schema.enum && schema.format !== 'uuid');
    const unmarked = texts.filter((field) => named.test(wordOf(field)) && !TIMES.includes(field.schema.format ?? ''));
    expect(unmarked.map(nameOf).filter((name) => !CLOCKS.test(name))).toEqual([]);
    expect(texts.filter(({ schema }) => TIMES.includes(schema.format ?? '')).length).toBeGreaterThan(25);
  });

  it('has a unit and an end wherever it is a length of time', () => {
    const lengths = FIELDS.filter((field) => /(minutes|hours|days|seconds|duration)/i.test(wordOf(field)));
    const endless = lengths.filter(({ schema }) => !['minutes', 'hours'].includes(schema.format ?? '') || schema.maximum === undefined);
    expect(endless.map(nameOf)).toEqual([]);
    expect(lengths.length).toBeGreaterThan(8);
  });

  describe('over HTTP', () => {
    let here: FullClinic;
    let agents: Agent[];
    beforeAll(async () => {
      here = await aFullClinic();
      agents = [here.owner, here.agent];
    });
    const filled = (path: string) => path.replace(':id', here.ids[path.split('/')[1] ?? ''] ?? here.clinic.id);

    it('is refused before 1900 and after 2199, in bodies and queries alike, in one sentence that says so', async () => {
      const faults: string[] = [];
      for (const field of FIELDS.filter(({ schema }) => TIMES.includes(schema.format ?? ''))) {
        const body = { ...bodiesFor(here.ids)[`${field.method} ${field.path}`] };
        for (const day of ['1899-12-31', '2200-01-01', '0001-01-01', '9999-12-31', '-infinity']) {
          const value = field.schema.format === 'date-time' && !day.includes('inf') ? `${day}T12:00:00Z` : day;
          const key = field.pointer.slice(1);
          const path = filled(field.path) + (field.place === 'query' ? `?${key}=${encodeURIComponent(value)}` : '');
          const answers = [];
          for (const agent of agents)
            answers.push(await callRoute(agent, { method: field.method, path }, field.place === 'body' ? { ...body, [key]: value } : {}));
          const told = answers.some(
            ({ status, body }) =>
              status === 400 &&
              (body as { errors?: { pointer: string; detail: string }[] }).errors?.some(
                ({ pointer, detail }) => pointer === field.pointer && detail.includes('from 1900-01-01 to 2199-12-31'),
              ),
          );
          if (!told) faults.push(`${nameOf(field)} = ${value}: ${answers.map(({ status }) => status).join(' ')}`);
        }
      }
      expect(faults).toEqual([]);
    });

    it('nor gets in by a cursor that somebody made by hand', async () => {
      const id = here.clinic.id;
      const hours = [
        '1899-12-31T23:59:59.999Z',
        '2200-01-01T00:00:00.000Z',
        '-271821-04-20T00:00:00.000Z',
        'infinity',
        '-infinity',
        '\0',
        '\ud800',
        '',
      ];
      const cursors = [...hours.flatMap((text) => [[text], [text, id], [id, text], [text, text, text]]), [id], []].map((values) =>
        encodeCursor(values),
      );
      const others = [
        '%00',
        'x',
        '[',
        Buffer.from('null').toString('base64url'),
        Buffer.from('[1e999]').toString('base64url'),
        'A'.repeat(500),
      ];
      const faults: string[] = [];
      const lists = FIELDS.filter(({ place, pointer }) => place === 'query' && pointer === '/cursor');
      expect(lists.length).toBeGreaterThan(15);
      for (const { path } of lists) {
        for (const cursor of [...cursors, ...others]) {
          for (const agent of agents) {
            const { status } = await callRoute(agent, { method: 'GET', path: `${filled(path)}?cursor=${cursor}` });
            if (status >= 500) faults.push(`${path} ${Buffer.from(cursor, 'base64url').toString()}: ${status}`);
          }
        }
      }
      expect(faults).toEqual([]);
    });
  });
});
