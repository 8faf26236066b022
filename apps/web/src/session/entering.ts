import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { chooseClinic, type Entry, holdSession, isSession, type Session, signIn, withZone } from '../data/session.js';
import { markLocked } from './locked-mark.js';

/** The browser has a session from now on, and its windows are open. */
export function keepSession(queries: QueryClient, session: Session): void {
  holdSession(queries, session);
  markLocked(false);
}

/** The same for an answer that may ask for more first. */
export async function keepEntry<E extends Entry>(queries: QueryClient, entry: E): Promise<E> {
  if (isSession(entry)) keepSession(queries, await withZone(entry));
  return entry;
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: { email: string; password: string }): Promise<Entry> => keepEntry(queries, await signIn(body)),
  });
}

export function useChooseClinic() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (clinicId: string) => withZone(await chooseClinic(clinicId)),
    onSuccess: (session) => keepSession(queries, session),
  });
}
