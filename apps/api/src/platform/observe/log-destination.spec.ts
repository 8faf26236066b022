import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { logDestination } from './log-destination.js';

// Linux's device that is always full.
const FULL = '/dev/full';

(existsSync(FULL) ? it : it.skip)('a log on a full disk ends nothing, and holds back no more than a limit', () => {
  const destination = logDestination(openSync(FULL, 'w'));
  const log = pino(destination);
  let dropped = 0;
  destination.on('drop', () => dropped++);
  const line = 'x'.repeat(10_000);
  for (let n = 0; n < 200; n++) log.info(line);
  expect(dropped).toBeGreaterThan(50);
});

it('what was held back is written once there is room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keel-log-'));
  const file = join(folder, 'api.log');
  const destination = logDestination(file);
  const room = destination as unknown as { fd: number };
  const { fd } = room;
  room.fd = existsSync(FULL) ? openSync(FULL, 'w') : fd;
  pino(destination).info('before');
  room.fd = fd;
  pino(destination).info('after');
  expect(readFileSync(file, 'utf8').match(/"msg":"(before|after)"/g)).toEqual(['"msg":"before"', '"msg":"after"']);
  rmSync(folder, { recursive: true });
});
