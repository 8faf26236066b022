import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client/api.js';
import type { Answer } from './client/problem.js';
import { SELDOM } from './client/queries.js';

export type Practitioner = Answer<'PractitionerDto'>;

/** A clinic has two to ten, so one page holds them all. */
const ALL = 200;

export const practitionersQuery = queryOptions({
  queryKey: ['practitioners'],
  staleTime: SELDOM,
  queryFn: async () => (await answered(api.GET('/api/v1/practitioners', { params: { query: { limit: ALL } } }))).data,
});
