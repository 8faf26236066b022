import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, answered, api, ApiProblem } from '../../api/call.js';
import { fetchZone } from '../../api/zones.js';

export type Session = Answer<'SessionDto'>;
export type ClinicChoice = Answer<'ClinicChoiceDto'>;

/** The server writes into the page whether the browser sent a session, so that a visitor without one is not asked about. */
function sessionMark(): HTMLMetaElement | null {
  return document.querySelector<HTMLMetaElement>('meta[name="keel-session"]');
}

/** Who is signed in, or null; asking does not keep the session alive. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    if (sessionMark()?.content === 'none') return null;
    try {
      return await withZone(await answered(api.GET('/api/v1/session')));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

/** With the clinic's zone at hand: every time on the screens is told in it. */
async function withZone(session: Session): Promise<Session> {
  await fetchZone(session.clinic.timeZone);
  return session;
}

/** The browser has a session from now on. */
export function keepSession(queries: QueryClient, session: Session): void {
  const mark = sessionMark();
  if (mark) mark.content = 'sent';
  queries.setQueryData(sessionQuery.queryKey, session);
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: { email: string; password: string }) => {
      const answer = await answered(api.POST('/api/v1/session', { body: credentials }));
      if ('secondFactor' in answer) throw new ApiProblem(403, 'SECOND_FACTOR_WANTED', undefined, undefined);
      return 'clinics' in answer ? answer : withZone(answer);
    },
    onSuccess: (answer) => {
      if (!('clinics' in answer)) keepSession(queries, answer);
    },
  });
}

export function useChooseClinic() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (clinicId: string) => withZone(await answered(api.PUT('/api/v1/session/clinic', { body: { clinicId } }))),
    onSuccess: (session) => keepSession(queries, session),
  });
}
