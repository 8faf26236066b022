import { queryOptions } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';
import { fetchZone } from './client/zones.js';

export type Practitioner = Answer<'PractitionerDto'>;
export type Service = Answer<'ServiceDto'>;
export type Location = Answer<'LocationDto'>;

/** What a clinic is made of changes seldom: these lists are read once and again when an event says so. */
const SELDOM = 5 * 60_000;

/** A clinic has two to ten practitioners, so one page holds them all. */
const ALL = 200;

export const practitionersQuery = queryOptions({
  queryKey: ['practitioners'],
  staleTime: SELDOM,
  queryFn: async () => (await answered(api.GET('/api/v1/practitioners', { params: { query: { limit: ALL } } }))).data,
});

export const servicesQuery = queryOptions({
  queryKey: ['services'],
  staleTime: SELDOM,
  queryFn: async () => (await answered(api.GET('/api/v1/services', { params: { query: { limit: ALL } } }))).data,
});

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

/** The clinic's own rules, such as the notice for cancelling. */
export const clinicQuery = (id: string) =>
  queryOptions({
    queryKey: ['clinics', id],
    staleTime: SELDOM,
    queryFn: () => answered(api.GET('/api/v1/clinics/{id}', { params: { path: { id } } })),
  });
