import { queryOptions } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';

export type SearchHit = Answer<'SearchHitDto'>;
export type SearchResult = Answer<'SearchResultDto'>;

/** What is looked through by eye, and the most that the API gives at once for whoever wants more. */
const HITS = 15;
const ALL_HITS = 50;

/** Patients, their appointments and invoices, by the rights of whoever asks. */
export const searchQuery = (q: string, more: boolean) =>
  queryOptions({
    queryKey: ['search', q, { more }],
    enabled: q.length > 0,
    // What somebody looked for is not kept longer than the palette is likely to be open.
    gcTime: 60_000,
    queryFn: () => answered(api.GET('/api/v1/search', { params: { query: { q, limit: more ? ALL_HITS : HITS } } })),
  });
