import { queryOptions } from '@tanstack/react-query';
import { answered, api, everyPage } from './client/api.js';

export interface FreeTimesOf {
  serviceId: string;
  practitionerId?: string | undefined;
  /** Days of the clinic, `to` exclusive. */
  from: string;
  to: string;
}

/** What can be booked, by start. */
export const freeTimesQuery = ({ serviceId, practitionerId, from, to }: FreeTimesOf) =>
  queryOptions({
    queryKey: ['availability', { serviceId, practitionerId, from, to }],
    queryFn: () => {
      const asked = { serviceId, from, to, ...(practitionerId && { practitionerId }) };
      // Very many come in parts; a day without its times would look full.
      return everyPage((at) => answered(api.GET('/api/v1/availability', { params: { query: { ...asked, ...at } } })));
    },
  });
