import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @returns when a file, or the newest of a folder's, was written, in milliseconds; 0 where there is none. */
export function newestIn(path, except) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = readdirSync(path).filter((name) => !except.test(name));
  return Math.max(0, ...names.map((name) => newestIn(join(path, name), except)));
}
