import { waitAfter } from './event-job.js';

describe('the wait after a failure', () => {
  it('is twice as long each time up to a minute, and shorter by chance by three tenths at most', () => {
    const waits = (chance: number) => [1, 2, 3, 6, 7, 8].map((number) => waitAfter(number, chance));
    expect(waits(1)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
    expect(waits(0)).toEqual([700, 1400, 2800, 22_400, 42_000, 42_000]);
  });
});
