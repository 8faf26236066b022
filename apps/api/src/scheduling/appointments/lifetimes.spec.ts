import { sideOf } from './lifetimes.js';

describe('a lifetime', () => {
  it.each([
    ['1990-03-02', null, '1990-03-01', 'before'],
    ['1990-03-02', null, '1990-03-02', undefined],
    ['1990-03-02', null, '2199-12-31', undefined],
    ['1990-03-02', '2026-02-01', '2026-02-01', undefined],
    ['1990-03-02', '2026-02-01', '2026-02-02', 'after'],
    ['2026-02-01', '2026-02-01', '2026-02-01', undefined],
  ] as const)('from %s to %s has %s %s', (bornOn, diedOn, day, side) => {
    expect(sideOf({ bornOn, diedOn }, day)).toBe(side);
  });
});
