import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { rotateLog } from './logs.ts';
import { workshop } from './testing/workshop.ts';

const shop = workshop();
afterAll(() => shop.remove());

it('keeps the log of the time before, while its program goes on writing', () => {
  const file = join(shop.path, 'api.log');
  const open = openSync(file, 'a');
  writeSync(open, 'before\n'.repeat(20));
  rotateLog(file, 100);
  writeSync(open, 'after\n');
  closeSync(open);
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('before\n'.repeat(20));
  expect(readFileSync(file, 'utf8')).toBe('after\n');
});

it('leaves a short log, and one that is not there, as they are', () => {
  const file = join(shop.path, 'short.log');
  rotateLog(file, 100);
  writeFileSync(file, 'a line\n');
  rotateLog(file, 100);
  expect(readFileSync(file, 'utf8')).toBe('a line\n');
  expect(existsSync(`${file}.1`)).toBe(false);
});

it('empties a log that cannot be copied only where it has grown far too long', () => {
  const file = join(shop.path, 'stuck.log');
  // A folder in the copy's place: like a full disk, it refuses the copy.
  mkdirSync(join(`${file}.1.partial`, 'x'), { recursive: true });
  writeFileSync(file, 'x'.repeat(200));
  rotateLog(file, 100);
  expect(statSync(file).size).toBe(200);
  appendFileSync(file, Buffer.alloc(31 * 1024 * 1024));
  rotateLog(file, 100);
  expect(statSync(file).size).toBe(0);
});
