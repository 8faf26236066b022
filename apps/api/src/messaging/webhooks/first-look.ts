const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 4_000;

/** Looks, and again after one, two, four … seconds, until a look has found and taken all, or nobody waits for it any more. */
export async function firstLook(look: () => Promise<boolean>, wait: (ms: number) => Promise<void>, over: () => boolean): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; !over() && !(await look()) && !over(); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) await wait(pause);
}
