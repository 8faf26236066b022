import { restartPause } from './supervisor.ts';

const MINUTE_MS = 60_000;

it('starts a program again at once after a single death, and waits longer after each further one', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 200].map((restarts) => restartPause(restarts, 3_000));
  expect(pauses).toEqual([0, 500, 1000, 2000, 5000, 10_000, 10_000, 10_000]);
});

it('forgets former deaths after a minute of running', () => {
  expect(restartPause(190, MINUTE_MS + 1)).toBe(0);
});
