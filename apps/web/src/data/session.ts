import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, ApiProblem } from './client/problem.js';
import { answered, api } from './client/api.js';
import { show } from './client/shown.js';
import { fetchZone } from './client/zones.js';
import { markLocked } from '../session/locked-mark.js';

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
    const before = client.getQueryData<Session>(queryKey);
    try {
      const session = await answered(api.GET('/api/v1/session'));
      assertSame(session, before);
      shows(session);
      return await withZone(session);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error;
      if (!before) return null;
      // Whoever was here is asked to sign in again, above the page as it stands.
      throw new ApiProblem(401, 'UNAUTHENTICATED', undefined, undefined);
    }
  },
});

/** What is on the screen, and typed there, stays whose it was: it never turns into another's by being read again. */
function assertSame({ clinic, user }: Session, before: Session | null | undefined): void {
  if (!before) return;
  if (user.id !== before.user.id) throw new ApiProblem(409, 'OTHER_PERSON', undefined, undefined);
  if (clinic.id !== before.clinic.id) throw new ApiProblem(409, 'OTHER_CLINIC', undefined, undefined);
}

const shows = ({ clinic, user }: Session): void => show({ clinicId: clinic.id, userId: user.id });

/** With the clinic's zone at hand: every time on the screens is told in it. */
export async function withZone(session: Session): Promise<Session> {
  await fetchZone(session.clinic.timeZone);
  return session;
}

/** The browser has a session from now on. */
export function keepSession(queries: QueryClient, session: Session): void {
  const mark = sessionMark();
  if (mark) mark.content = 'sent';
  shows(session);
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
