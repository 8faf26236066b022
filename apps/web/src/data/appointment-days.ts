import type { CivilDate } from '@keel/calendar';
import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Asked } from './client/api.js';
import type { Answer } from './client/problem.js';

export type DayCount = Answer<'AppointmentDayDto'>;

const days = async (query: Asked<'/api/v1/appointments/days'>): Promise<DayCount[]> =>
  (await answered(api.GET('/api/v1/appointments/days', { params: { query } }))).data;

/** How full each practitioner's days are, `to` exclusive; `ended` asks for what was cancelled or missed too. */
export const dayCountsQuery = (from: CivilDate, to: CivilDate, ended = false) => {
  const query = { from, to, ...(ended && { ended: 'true' as const }) };
  return queryOptions({ queryKey: ['appointments', 'days', query], queryFn: () => days(query) });
};

/**
 * Whether the clinic has appointments about a day, counted by day, so that nobody's record is read for it.
 * @param kept whether it is known already; then it is not asked
 */
export const anyAppointmentQuery = (today: CivilDate, from: CivilDate, to: CivilDate, kept: { read: () => boolean; note: () => void }) =>
  queryOptions({
    queryKey: ['appointments', 'days', { around: today }],
    initialData: () => kept.read() || undefined,
    staleTime: ({ state }) => (state.data ? 'static' : 0),
    queryFn: async () => {
      const any = (await days({ from, to })).length > 0;
      if (any) kept.note();
      return any;
    },
  });

/** How many appointments somebody has in these days; none where that could not be asked. */
export async function countAppointments(practitionerId: string, from: CivilDate, to: CivilDate): Promise<number> {
  const counts = await days({ from, to, practitionerId }).catch(() => []);
  return counts.reduce((sum, { appointments }) => sum + appointments, 0);
}
