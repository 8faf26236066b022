import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';

export type Phrase = Answer<'PhraseDto'>;

export const phrasesQuery = queryOptions({
  queryKey: ['phrases'],
  queryFn: () => answered(api.GET('/api/v1/phrases')),
  staleTime: 60_000,
});

const NONE: Phrase[] = [];

/** One's own and the clinic's; none until they are there, since nobody waits for them to write. */
export function usePhrases(): Phrase[] {
  return useQuery(phrasesQuery).data?.data ?? NONE;
}

export function useSavePhrase() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, trigger, text, shared }: Omit<Phrase, 'id' | 'version'> & Partial<Pick<Phrase, 'id' | 'version'>>) =>
      id
        ? answered(
            api.PATCH('/api/v1/phrases/{id}', {
              params: { path: { id } },
              headers: { 'if-match': `"${version ?? 0}"` },
              body: { trigger, text },
            }),
          )
        : answered(api.POST('/api/v1/phrases', { body: { trigger, text, shared } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: phrasesQuery.queryKey }),
  });
}

export function useRemovePhrase() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Phrase) =>
      answered(api.DELETE('/api/v1/phrases/{id}', { params: { path: { id } }, headers: { 'if-match': `"${version}"` } })),
    onSettled: () => queries.invalidateQueries({ queryKey: phrasesQuery.queryKey }),
  });
}
