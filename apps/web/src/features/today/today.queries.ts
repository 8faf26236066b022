import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../api/call.js';

/** More than anybody should let pile up. */
const MOST = 100;

/** A practitioner's notes that wait for a signature, the oldest first. */
export const unsignedQuery = (practitionerId: string) =>
  queryOptions({
    queryKey: ['notes', { practitionerId, status: 'draft' }],
    queryFn: async () => {
      const query = { practitionerId, status: 'draft', limit: MOST } as const;
      return (await answered(api.GET('/api/v1/notes', { params: { query } }))).data.toReversed();
    },
  });
