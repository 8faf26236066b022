import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client/api.js';
import type { Answer } from './client/problem.js';
import { SELDOM } from './client/queries.js';
import { fetchZone } from './client/zones.js';

export type Location = Answer<'LocationDto'>;

const ALL = 200;

export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  staleTime: SELDOM,
  queryFn: async () => {
    const { data } = await answered(api.GET('/api/v1/locations', { params: { query: { limit: ALL } } }));
    // Times there are told by their clocks.
    await Promise.all(data.map(({ timeZone }) => fetchZone(timeZone)));
    return data;
  },
});
