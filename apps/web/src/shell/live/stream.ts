import { shownNow } from '../../data/client/shown.js';
import type { LiveEvent } from '../../data/live-keys.js';
import { waitBefore } from '../../data/live-keys.js';

/** A stream takes no headers: its address says whose screen it is. */
const eventsUrl = () => `/api/v1/events?${new URLSearchParams({ ...shownNow() })}`;
/** A link that breaks for less than this is not worth a word. */
const PATIENCE = 4000;

export interface StreamListener {
  happened: (event: LiveEvent) => void;
  /** Something may have been missed. */
  missed: () => void;
  /** The session is over: whoever asks next is told so. */
  ended: () => void;
  /** There is no stream for this screen now: the clinic is away, or the session is not this screen's any more. */
  refused: () => void;
  /** Whether the clinic can be reached. */
  reached: (reached: boolean) => void;
}

/** Listens to what happens in the clinic, and comes back by itself when the link breaks. @returns how to stop */
export function openStream(listener: StreamListener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let complaint: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  // What was read before the stream first opened is as old as what was read before a break.
  let broken = true;

  const arrived = () => {
    attempt = 0;
    clearTimeout(complaint);
    complaint = undefined;
    listener.reached(true);
    if (broken) listener.missed();
    broken = false;
  };
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(open, waitBefore(attempt++, Math.random()));
  };
  const lost = () => {
    broken = true;
    complaint ??= setTimeout(() => listener.reached(false), PATIENCE);
    // An answer that is no stream (a restart, a session that is over) ends it for good: the browser does not ask again.
    if (source?.readyState !== EventSource.CLOSED) return;
    listener.refused();
    again();
  };
  // Where it was not the session but its cookie that ended, as by a new password, it goes on under the new one.
  const end = () => {
    source?.close();
    broken = true;
    listener.ended();
    again();
  };
  const open = () => {
    source?.close();
    source = new EventSource(eventsUrl());
    source.addEventListener('ready', arrived);
    source.addEventListener('resync', listener.missed);
    source.addEventListener('end', end);
    source.addEventListener('error', lost);
    source.addEventListener('message', ({ data }: MessageEvent<string>) => listener.happened(JSON.parse(data) as LiveEvent));
  };
  // The network is back: there is no need to wait any longer, and the link from before may hang.
  const online = () => {
    broken = true;
    open();
  };
  window.addEventListener('online', online);
  open();
  return () => {
    window.removeEventListener('online', online);
    clearTimeout(timer);
    clearTimeout(complaint);
    source?.close();
  };
}
