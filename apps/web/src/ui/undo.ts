import { UNDO_WINDOW_MS } from '@keel/contracts';

export interface Undo {
  /** What is taken back, in words. */
  label: string;
  run: () => void;
  /** The id of what was changed: whatever is done to it next takes this offer away. */
  about?: string;
}

export interface Offer extends Undo {
  id: string;
  /** When it lapses, in milliseconds since 1970. */
  until: number;
}

/** Newest last. */
let offers: readonly Offer[] = [];
const listeners = new Set<() => void>();

function keep(next: readonly Offer[]): void {
  offers = next;
  for (const listener of listeners) listener();
}

export function subscribeOffers(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Of two offers about one thing only the newer stands. */
export function offerUndo(undo: Undo, now = Date.now()): Offer {
  const offer = { ...undo, id: crypto.randomUUID(), until: now + UNDO_WINDOW_MS };
  keep([...offers.filter((one) => one.until > now && (one.about === undefined || one.about !== undo.about)), offer]);
  return offer;
}

/** What was offered to be undone of something must not be any more: it is about to change again. */
export function withdrawUndo(about: string): void {
  if (offers.some((one) => one.about === about)) keep(offers.filter((one) => one.about !== about));
}

/** Takes back what an offer is about, once; or what was done last. @returns whether there was anything to take back */
export function takeBack(id?: string, now = Date.now()): boolean {
  const offer = offers.findLast((one) => one.until > now && (id === undefined || one.id === id));
  if (!offer) return false;
  keep(offers.filter((one) => one !== offer));
  offer.run();
  return true;
}

/** The offer that stands about something; always the same object while it does. */
export const offerAbout = (about: string): Offer | undefined => offers.find((one) => one.about === about);
export const stands = (id: string): boolean => offers.some((one) => one.id === id);
