import { queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api } from '../../api/call.js';

export type SearchHit = Answer<'SearchHitDto'>;

/** The most that is looked through by eye. */
const HITS = 15;

/** Patients, their visits and invoices, by the rights of whoever asks. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    enabled: q.length > 0,
    // What somebody looked for is not kept longer than the palette is likely to be open.
    gcTime: 60_000,
    queryFn: async () => (await answered(api.GET('/api/v1/search', { params: { query: { q, limit: HITS } } }))).data,
  });
