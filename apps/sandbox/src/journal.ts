import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * An append-only file of JSON lines. A line is written before the caller is answered, so what was acknowledged is still there
 * after a kill -9; a last line that was cut by one is dropped when the file is opened again.
 */
export class Journal<T> {
  readonly entries: T[];
  /** Null once it is closed: the system may give the same number to another file. */
  #file: number | null;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.entries = existsSync(path) ? readWholeLines<T>(path) : [];
    this.#file = openSync(path, 'a', 0o600);
  }

  append(entry: T): void {
    if (this.#file === null) throw new Error('the sandbox has stopped and keeps nothing more');
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

function readWholeLines<T>(path: string): T[] {
  const content = readFileSync(path);
  const end = content.lastIndexOf(0x0a) + 1;
  if (end < content.length) truncateSync(path, end);
  return content
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
