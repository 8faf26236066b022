/** What the windows of one browser tell each other about their person. */
export type Word = { touched: number } | 'lock' | 'unlock';

/** Windows of the same person lock and unlock together. @returns how to tell the others, and how to stop */
export function amongWindows(userId: string, hear: (word: Word) => void): { tell: (word: Word) => void; stop: () => void } {
  const channel = new BroadcastChannel(`keel-lock-${userId}`);
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin and takes none
    tell: (word) => channel.postMessage(word),
    stop: () => channel.close(),
  };
}
