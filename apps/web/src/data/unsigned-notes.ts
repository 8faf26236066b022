import { queryOptions } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';

const PAGE = 100;

/** Every note of a practitioner that waits for a signature, the oldest first. */
export const unsignedQuery = (practitionerId: string) =>
  queryOptions({
    queryKey: ['notes', { practitionerId, status: 'draft' }],
    queryFn: async () => {
      const notes: Answer<'NoteHeadDto'>[] = [];
      let cursor: string | null | undefined;
      do {
        const query = { practitionerId, status: 'draft' as const, limit: PAGE, ...(cursor && { cursor }) };
        const page = await answered(api.GET('/api/v1/notes', { params: { query } }));
        notes.push(...page.data);
        cursor = page.nextCursor;
      } while (cursor);
      return notes.toReversed();
    },
  });
