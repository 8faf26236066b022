import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client/api.js';

/** How much of each kind somebody must decide: numbers only, so they may be asked for on every page. */
export const workCountsQuery = queryOptions({
  queryKey: ['work-items', 'counts'],
  queryFn: async () => (await answered(api.GET('/api/v1/work-items/counts'))).data,
});

type Counts = Awaited<ReturnType<NonNullable<typeof workCountsQuery.queryFn>>>;

/** Of messages, which the inbox shows by themselves too, and of everything else. */
export function workCounted(counts: Counts = []): { messages: number; others: number } {
  const sum = (some: Counts) => some.reduce((all, { count }) => all + count, 0);
  const messages = sum(counts.filter(({ kind }) => kind.startsWith('message_')));
  return { messages, others: sum(counts) - messages };
}
