import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restartPause, Supervisor } from './supervisor.ts';

const MINUTE_MS = 60_000;

it('starts a program again at once after a single death, and waits longer after each further one', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 200].map((restarts) => restartPause(restarts, 3_000));
  expect(pauses).toEqual([0, 500, 1000, 2000, 5000, 10_000, 10_000, 10_000]);
});

it('forgets former deaths after a minute of running', () => {
  expect(restartPause(190, MINUTE_MS + 1)).toBe(0);
});

it('starts a program anew when asked to, which is no death of it', async () => {
  const stays = { name: 'stays', command: process.execPath, args: ['-e', 'setInterval(() => undefined, 1000)'], env: process.env };
  const program = new Supervisor({ ...stays, cwd: tmpdir(), stopMs: 5000 }, mkdtempSync(join(tmpdir(), 'keel-supervisor-')));
  await program.start();
  const first = program.pid;
  await program.restart();
  expect(program.pid).not.toBe(first);
  expect(program.restarts).toBe(0);
  await program.stop();
});
