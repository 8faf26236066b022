import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

/** What the API says where the session is not this screen's any more: it is over, or another window has gone on by another. */
const ENDS = ['UNAUTHENTICATED', 'CLINIC_NOT_CHOSEN', 'OTHER_CLINIC', 'OTHER_PERSON'] as const;
type End = (typeof ENDS)[number];
type Listener = (end: End) => void;
const ended = new Set<Listener>();

/** Tells when the API says that this screen's session is not the browser's any more. @returns how to stop listening */
export function onSessionEnded(listener: Listener): () => void {
  ended.add(listener);
  return () => ended.delete(listener);
}

/** What of these a refusal says. */
export const endIn = (error: unknown): End | undefined =>
  error instanceof ApiProblem ? ENDS.find((end) => end === error.code) : undefined;
/** For what is asked past the queries. */
export const noticeEnd = (error: unknown): void => {
  const end = endIn(error);
  if (end) for (const listener of ended) listener(end);
  // The clinic demands a factor since the page was opened: who is here is read anew, and the next page is where it is added.
  if (error instanceof ApiProblem && error.code === 'FACTOR_REQUIRED') void queries.invalidateQueries({ queryKey: ['session'] });
};

/** Somebody is asked to sign in again above the page, which says it all: nothing beneath repeats it, then or after. */
export const isToldAbove = (error: unknown): boolean => ended.size > 0 && endIn(error) !== undefined;

/** What a clinic is made of changes seldom: it is read once, and again when an event says so. */
export const SELDOM = 5 * 60_000;

/** What was asked of the API, kept in memory only: nothing about a patient is ever stored on the device. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (times, error) => times < 1 && !(error instanceof ApiProblem),
      networkMode: 'always',
      refetchOnWindowFocus: false,
      // Live events tell what has changed; this is for what they miss.
      staleTime: 30_000,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
