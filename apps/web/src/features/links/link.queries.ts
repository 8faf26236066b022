import type { AppointmentStatus, Locale } from '@keel/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, call } from '../../api/call.js';
import { apiPaths } from '../../paths.js';

/** What the link of a message opens, as GET /public/links/{token} answers it. */
export interface PublicLink {
  locale: Locale;
  clinic: { name: string; phone: string | null; email: string | null };
  appointment: { start: string; end: string; timeZone: string; status: AppointmentStatus; practitioner: string; location: string };
  actions: string[];
}

export type LinkAction = 'confirm' | 'cancel';

export const linkQuery = (token: string) =>
  queryOptions({ queryKey: ['link', token], queryFn: () => call<PublicLink>('GET', apiPaths.publicLink(token)), gcTime: 0 });

/** Only this changes anything; opening the page does not. */
export function useLinkAction(token: string) {
  const queries = useQueryClient();
  const { queryKey } = linkQuery(token);
  return useMutation({
    mutationFn: (action: LinkAction) => call<PublicLink>('POST', apiPaths.publicLinkAction(token, action)),
    onSuccess: (link) => queries.setQueryData(queryKey, link),
    // Somebody else was quicker, or the visit has begun: show how it stands.
    onError: (error) => error instanceof ApiProblem && error.status === 409 && queries.invalidateQueries({ queryKey }),
  });
}
