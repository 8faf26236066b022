import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Locale } from '@keel/contracts';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';
import type { JourneyTheme } from '../features/patients/patients-search.js';

export type TimelineEntry = Answer<'TimelineEntryDto'>;

const ENTRIES = 50;

/** What happened with a patient, newest first. */
export const timelineQuery = (patientId: string, locale: Locale, theme: JourneyTheme | undefined) =>
  infiniteQueryOptions({
    queryKey: ['timeline', patientId, { locale, theme }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = { sort: '-at' as const, limit: ENTRIES, locale, ...(theme && { theme }), ...(pageParam && { cursor: pageParam }) };
      return answered(api.GET('/api/v1/patients/{id}/timeline', { params: { path: { id: patientId }, query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** The most that the API gives in one page: nobody comes that often. */
const ALL_APPOINTMENTS = 2000;

/** Every appointment of a patient, by start. */
export const patientAppointmentsQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['appointments', { patientId, limit: ALL_APPOINTMENTS }],
    queryFn: async () => {
      const query = { patientId, limit: ALL_APPOINTMENTS, sort: '-start' as const };
      return (await answered(api.GET('/api/v1/appointments', { params: { query } }))).data.toReversed();
    },
  });

const MESSAGES = 50;

/** What was written to a patient, newest first. */
export const patientMessagesQuery = (patientId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', { patientId }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = { patientId, limit: MESSAGES, ...(pageParam && { cursor: pageParam }) };
      return answered(api.GET('/api/v1/messages', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** What a patient owes on all their invoices; its first word makes every payment read it anew. */
export const balanceQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['invoices', 'balance', patientId],
    queryFn: () => answered(api.GET('/api/v1/patients/{id}/balance', { params: { path: { id: patientId } } })),
  });
