import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, isMissing } from './client/problem.js';
import { answered, api } from './client/api.js';

/** Whose e-mails the link of one is about, and whether they go. */
export type PublicEmails = Answer<'PublicEmailsDto'>;

export const emailsQuery = (token: string) =>
  queryOptions({
    queryKey: ['emails', token],
    queryFn: () => answered(api.GET('/api/v1/public/emails/{token}', { params: { path: { token } } })),
    gcTime: 0,
  });

/** Only this changes anything; opening the page does not. */
export function useEmailsChoice(token: string) {
  const queries = useQueryClient();
  const { queryKey } = emailsQuery(token);
  const params = { path: { token } };
  return useMutation({
    mutationFn: (choice: 'stop' | 'start') =>
      answered(
        choice === 'stop'
          ? api.POST('/api/v1/public/emails/{token}/stop', { params })
          : api.POST('/api/v1/public/emails/{token}/start', { params }),
      ),
    onSuccess: (emails) => queries.setQueryData(queryKey, emails),
    // The link has died meanwhile: the page says so.
    onError: (error) => isMissing(error) && queries.invalidateQueries({ queryKey }),
  });
}
