import type { Role } from '@keel/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, call } from '../../api/call.js';
import { apiPaths } from '../../paths.js';

export interface Session {
  user: { id: string; email: string; firstName: string; lastName: string };
  clinic: { id: string; name: string; slug: string; timeZone: string };
  roles: Role[];
}

export interface ClinicChoice {
  id: string;
  name: string;
  slug: string;
}

export type SignInAnswer = Session | { clinics: ClinicChoice[] };

/** Who is signed in, or null; asking does not keep the session alive. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await call<Session>('GET', apiPaths.session());
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => call<SignInAnswer>('POST', apiPaths.session(), credentials),
    onSuccess: (answer) => {
      if (!('clinics' in answer)) queries.setQueryData(sessionQuery.queryKey, answer);
    },
  });
}

export function useChooseClinic() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (clinicId: string) => call<Session>('PUT', apiPaths.chosenClinic(), { clinicId }),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call<undefined>('DELETE', apiPaths.session()),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
  });
}
