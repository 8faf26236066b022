import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, answered, api, ApiProblem } from '../../api/call.js';
import { fetchZone } from '../../api/zones.js';
import { markLocked } from './locked-mark.js';

export type Session = Answer<'SessionDto'>;
export type ClinicChoice = Answer<'ClinicChoiceDto'>;
/** What the API answers to a password: a session, or what comes before it. */
export type Entry = Session | Answer<'ClinicChoicesDto'> | Answer<'SecondFactorWantedDto'>;

export const isSession = (entry: Entry): entry is Session => 'user' in entry;

/** The server writes into the page whether the browser sent a session, so that a visitor without one is not asked about. */
function sessionMark(): HTMLMetaElement | null {
  return document.querySelector<HTMLMetaElement>('meta[name="keel-session"]');
}

/** Who is signed in, or null; asking does not keep the session alive. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ client, queryKey }): Promise<Session | null> => {
    if (sessionMark()?.content === 'none') return null;
    try {
      return await withZone(await answered(api.GET('/api/v1/session')));
    } catch (error) {
      // Whoever was here is asked to sign in again, above the page as it stands.
      if (error instanceof ApiProblem && error.status === 401 && !client.getQueryData(queryKey)) return null;
      throw error;
    }
  },
});

/** With the clinic's zone at hand: every time on the screens is told in it. */
export async function withZone(session: Session): Promise<Session> {
  await fetchZone(session.clinic.timeZone);
  return session;
}

/** The browser has a session from now on. */
export function keepSession(queries: QueryClient, session: Session): void {
  const mark = sessionMark();
  if (mark) mark.content = 'sent';
  queries.setQueryData(sessionQuery.queryKey, session);
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
    mutationFn: async (body: { email: string; password: string }): Promise<Entry> =>
      keepEntry(queries, await answered(api.POST('/api/v1/session', { body }))),
  });
}

export function useChooseClinic() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (clinicId: string) => withZone(await answered(api.PUT('/api/v1/session/clinic', { body: { clinicId } }))),
    onSuccess: (session) => keepSession(queries, session),
  });
}
