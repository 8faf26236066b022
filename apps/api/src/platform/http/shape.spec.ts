import { BODY_CHART_LIMITS } from '@keel/contracts';
import fc from 'fast-check';
import { BODY_SHAPE, shapeFault, type ShapeLimits } from './shape.js';

const list = (length: number, entry: unknown) => Array.from({ length }, () => entry);
const SMALL: ShapeLimits = { values: 30, fields: 4, entries: 5, depth: 3 };

/** The same question asked level by level, of a value that is small enough to look at whole. */
function isWithin(value: unknown, limits: ShapeLimits): boolean {
  let values = 0;
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    const nodes = level.filter((node): node is object => typeof node === 'object' && node !== null);
    if (nodes.length > 0 && depth >= limits.depth) return false;
    if (level.some((node) => typeof node === 'string' && !node.isWellFormed())) return false;
    if (nodes.some((node) => Object.keys(node).length > (Array.isArray(node) ? limits.entries : limits.fields))) return false;
    level = nodes.flatMap((node) => Object.values(node) as unknown[]);
  }
  return values <= limits.values;
}

/** What a pointer leads to. */
function at(value: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')], value);
}

describe('the shape of a request', () => {
  it('is refused exactly where it is more than a limit, at a place that is there', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
        const fault = shapeFault(value, SMALL);
        expect(fault === undefined).toBe(isWithin(value, SMALL));
        if (fault && !fault.pointer.includes('\ufffd')) expect(at(value, fault.pointer)).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a record of many fields', { a: { b: 1, c: 1, d: 1, e: 1, f: 1 } }, '/a', '5 fields'],
    ['a long list', { 'a/b': [1, 2, 3, 4, 5, 6] }, '/a~1b', '6 entries'],
    ['a deep one', { a: [[[]]] }, '/a/0/0', '3 levels'],
    ['half a character', ['x', '\ud800'], '/1', 'half a character'],
    ['one of many values', list(5, list(5, [])), '/4/4', 'value 31'],
  ])('is refused as %s, which is named', (_what, value, pointer, words) => {
    expect(shapeFault(value, SMALL)).toEqual({ pointer, detail: expect.stringContaining(words) as string });
  });

  it('of a note with two drawings that are as full as they may be is within the limits of a body', () => {
    const { points, pointsOfStroke } = BODY_CHART_LIMITS;
    const stroke = { view: 'back', tool: 'pen', colour: 'red', width: 0.01, points: list(pointsOfStroke, [0.5, 0.25]) };
    const chart = { strokes: list(points / pointsOfStroke, stroke), markers: [] };
    const sections = [{ key: 'objective', answers: ['a', 'b'].map((key) => ({ key, value: chart })) }];
    expect(shapeFault({ sections }, BODY_SHAPE)).toBeUndefined();
  });

  it('is found without looking further than the limits, however large or deep it is', () => {
    let deep: unknown = [];
    for (let level = 0; level < 1_000_000; level++) deep = [deep];
    expect(shapeFault(deep, BODY_SHAPE)?.detail).toContain('levels deep');
    let looked = 0;
    const watched = new Proxy({}, { ownKeys: () => (looked++, []) });
    const wide = list(BODY_SHAPE.entries, list(BODY_SHAPE.entries, watched));
    expect(shapeFault(wide, BODY_SHAPE)?.detail).toContain('Send it in parts');
    expect(looked).toBeLessThanOrEqual(BODY_SHAPE.values);
  });
});
