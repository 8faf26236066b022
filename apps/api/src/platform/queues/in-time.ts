/** Whoever asks has a time-out of their own: what takes longer than this does not answer. */
const ANSWER_MS = 2000;

/** @throws where no answer comes in time, as from a Redis that hangs: its client waits for ever. */
export async function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), ANSWER_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
