import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, ApiProblem } from './client/problem.js';
import { answered, api } from './client/api.js';
import { fetchZone } from './client/zones.js';

/** What the link of a message opens. */
export type PublicLink = Answer<'PublicLinkDto'>;
export type LinkAction = PublicLink['actions'][number];

export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: async () => {
      const link = await answered(api.GET('/api/v1/public/links/{token}', { params: { path: { token } } }));
      await fetchZone(link.appointment.timeZone);
      return link;
    },
    gcTime: 0,
  });

/** Only this changes anything; opening the page does not. The answer is to the appointment as it was shown, and to no other. */
export function useLinkAction(token: string) {
  const queries = useQueryClient();
  const { queryKey } = linkQuery(token);
  return useMutation({
    mutationFn: ({ action, shown }: { action: LinkAction; shown: PublicLink['appointment'] }) =>
      answered(
        api.POST('/api/v1/public/links/{token}/{action}', { params: { path: { token, action } }, body: { version: shown.version } }),
      ),
    onSuccess: (link) => queries.setQueryData(queryKey, link),
    // Somebody else was quicker, the appointment has begun, or the link was closed: show how it stands.
    onError: (error) => error instanceof ApiProblem && [409, 410].includes(error.status) && queries.invalidateQueries({ queryKey }),
  });
}
