import { queryOptions } from '@tanstack/react-query';
import { answered, api, everyPage } from './client/api.js';
import type { Answer } from './client/problem.js';
import { SELDOM } from './client/queries.js';
import { fetchZone } from './client/zones.js';

export type Location = Answer<'LocationDto'>;

const PAGE = 200;

export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  staleTime: SELDOM,
  queryFn: async () => {
    const data = await everyPage((at) => answered(api.GET('/api/v1/locations', { params: { query: { limit: PAGE, ...at } } })));
    // Times there are told by their clocks.
    await Promise.all(data.map(({ timeZone }) => fetchZone(timeZone)));
    return data;
  },
});
