import { copyFileSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';

const LOG_BYTES = 10 * 1024 * 1024;
/** Where there is no room for a copy, a log that has grown to this is emptied without one: it must not keep the disk full. */
const EMPTIED_AT = 3 * LOG_BYTES;
const LOOK_EVERY_MS = 30_000;

/**
 * Keeps the log of the time before once, as `<file>.1`, and empties the log itself in place: whoever writes to it holds it open
 * for appending and goes on at its new end. Lines written between the copy and the emptying are lost.
 */
export function rotateLog(file: string, bytes = LOG_BYTES): void {
  try {
    const { size } = statSync(file);
    if (size <= bytes) return;
    const kept = copied(file);
    if (kept || size > EMPTIED_AT) truncateSync(file);
  } catch {
    // No such log yet, or the disk fails: it is looked at again soon.
  }
}

/** Rotates these logs while their programs run. @returns a function that ends it. */
export function rotateLogs(files: () => string[]): () => void {
  const timer = setInterval(() => {
    for (const file of files()) rotateLog(file);
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

function copied(file: string): boolean {
  const partial = `${file}.1.partial`;
  try {
    copyFileSync(file, partial);
    renameSync(partial, `${file}.1`);
    return true;
  } catch {
    rmSync(partial, { recursive: true, force: true });
    return false;
  }
}
