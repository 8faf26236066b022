import { queryOptions } from '@tanstack/react-query';
import { answered, api, everyPage } from './client/api.js';
import type { Answer } from './client/problem.js';
import { SELDOM } from './client/queries.js';

export type Practitioner = Answer<'PractitionerDto'>;

const PAGE = 200;

export const practitionersQuery = queryOptions({
  queryKey: ['practitioners'],
  staleTime: SELDOM,
  queryFn: () => everyPage((at) => answered(api.GET('/api/v1/practitioners', { params: { query: { limit: PAGE, ...at } } }))),
});
