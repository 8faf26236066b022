import type { LiveEvent } from '../../data/live-keys.js';
import { openStream, type StreamListener } from './stream.js';

/** What the tab that listens tells the others. */
type Word = { event: LiveEvent } | { reached: boolean } | 'missed' | 'ended';

/**
 * One stream a browser: the tab that holds the lock listens and tells the others; when it closes, the next one takes over.
 * Where there are no locks (a page that is not secure), each tab listens for itself. @returns how to stop
 */
export function listenOnce(clinicId: string, listener: StreamListener): () => void {
  const stop = new AbortController();
  if (!navigator.locks) return openStream(listener);
  const name = `keel-events-${clinicId}`;
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data, listener));
  const tell = (word: Word) => {
    hear(word, listener);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin and takes none
    channel.postMessage(word);
  };
  const lead = () =>
    new Promise<void>((resolve) => {
      if (stop.signal.aborted) return resolve();
      leading = true;
      const close = openStream({
        happened: (event) => tell({ event }),
        missed: () => tell('missed'),
        ended: () => tell('ended'),
        // The others are told by the API itself, when they ask for something.
        refused: listener.refused,
        reached: (reached) => tell({ reached }),
      });
      stop.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  let leading = false;
  void navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => undefined);
  const follow = async () => {
    const { held } = await navigator.locks.query();
    // Who hears from another tab begins to hear now, and has read some of the page before.
    if (!leading && !stop.signal.aborted && held?.some((lock) => lock.name === name)) listener.missed();
  };
  void follow();
  return () => {
    stop.abort();
    channel.close();
  };
}

function hear(word: Word, listener: StreamListener): void {
  if (word === 'missed') listener.missed();
  else if (word === 'ended') listener.ended();
  else if ('event' in word) listener.happened(word.event);
  else listener.reached(word.reached);
}
