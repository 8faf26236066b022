import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Entry {
  kind: string;
}
/** How each kind of a stand-in's entries is applied. */
export type Appliers<E extends Entry> = { readonly [K in E['kind']]: (entry: Extract<E, { kind: K }>) => void };
/** The journal as a stand-in sees it that writes these entries. */
export interface JournalOf<E extends Entry> {
  write(entry: E): void;
}

/**
 * An append-only file of JSON lines. A line is written before the caller is answered, so what was acknowledged is still there
 * after a kill -9; a last line that was cut by one is dropped when the file is opened again.
 */
export class Journal implements JournalOf<Entry> {
  readonly #path: string;
  #appliers: ReadonlyMap<string, (entry: never) => void> = new Map();
  /** Null before it is opened and once it is closed: the system may give the same number to another file. */
  #file: number | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Applies what former runs wrote. An entry of a kind that nobody applies any more, or not yet, is passed over and stays in the file. */
  open(appliers: ReadonlyMap<string, (entry: never) => void>): void {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    this.#appliers = appliers;
    for (const entry of existsSync(this.#path) ? readWholeLines(this.#path) : []) this.#apply(entry);
    this.#file = openSync(this.#path, 'a', 0o600);
  }

  /** Keeps the entry, then applies it. */
  write(entry: Entry): void {
    if (this.#file === null) throw new Error('the sandbox has stopped and keeps nothing more');
    if (!this.#appliers.has(entry.kind)) throw new Error(`no stand-in says how to apply "${entry.kind}": name it in its entries`);
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    this.#apply(entry);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #apply(entry: Entry): void {
    this.#appliers.get(entry.kind)?.(entry as never);
  }
}

function readWholeLines(path: string): Entry[] {
  const content = readFileSync(path);
  const end = content.lastIndexOf(0x0a) + 1;
  if (end < content.length) truncateSync(path, end);
  return content
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}
