import { isRefusal, RefusalCounts } from './refusals.js';

const MINUTE = 60_000;
const T = Date.UTC(2026, 10, 28, 12);

describe('refusals', () => {
  it('are answers that hold somebody off, not what a clinic runs into all day', () => {
    expect([400, 403, 404, 413, 429].every(isRefusal)).toBe(true);
    expect([200, 201, 204, 304, 401, 409, 412, 422, 500, 503].some(isRefusal)).toBe(false);
  });

  it('are counted by caller, and the worst one is told for as long as a window', () => {
    const counts = new RefusalCounts();
    for (let n = 0; n < 5; n += 1) counts.add('a', T);
    expect(counts.add('b', T + MINUTE)).toBe(1);
    expect(counts.most(T + 2 * MINUTE)).toBe(5);
    expect(counts.most(T + 16 * MINUTE)).toBe(5);
    expect(counts.most(T + 31 * MINUTE)).toBe(0);
  });

  it('begin anew in each window, so that a year of slips is no attack', () => {
    const counts = new RefusalCounts();
    let most = 0;
    for (let hour = 0; hour < 24 * 30; hour += 1) most = Math.max(most, counts.add('a', T + hour * 60 * MINUTE));
    expect(most).toBe(1);
  });

  it('take no more memory however many callers there are', () => {
    const counts = new RefusalCounts();
    for (let n = 0; n < 30_000; n += 1) counts.add(`192.0.2.${n}`, T);
    expect(counts.most(T)).toBe(20_000);
  });
});
