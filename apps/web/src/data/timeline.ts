import { infiniteQueryOptions } from '@tanstack/react-query';
import type { StatedLocale } from '@keel/contracts';
import { answered, api, type Asked } from './client/api.js';
import type { Answer } from './client/problem.js';

export type TimelineEntry = Answer<'TimelineEntryDto'>;

/** What of a journey is shown alone. */
export type JourneyTheme = NonNullable<Asked<'/api/v1/patients/{id}/timeline'>['theme']>;

const ENTRIES = 50;

/** What happened with a patient, newest first. */
export const timelineQuery = (patientId: string, locale: StatedLocale, theme: JourneyTheme | undefined) =>
  infiniteQueryOptions({
    queryKey: ['timeline', patientId, { locale, theme }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = { sort: '-at' as const, limit: ENTRIES, locale, ...(theme && { theme }), ...(pageParam && { cursor: pageParam }) };
      return answered(api.GET('/api/v1/patients/{id}/timeline', { params: { path: { id: patientId }, query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
