import type { CivilDate, WeeklyTemplate } from '@keel/calendar';
import { queryOptions } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';
import type { Location } from './clinic.js';

export type DayCount = Answer<'AppointmentDayDto'>;
type WorkingHours = Answer<'WorkingHoursDto'>;

const SELDOM = 5 * 60_000;
/** The most that the API gives in one page. */
const ALL = 200;

/** Everybody's hours, of all times. */
export const workingHoursQuery = queryOptions({
  queryKey: ['working-hours'],
  staleTime: SELDOM,
  queryFn: async () => (await answered(api.GET('/api/v1/working-hours'))).data,
});

/** Everybody's time off that touches these days, `to` exclusive. */
export const timeOffQuery = (from: CivilDate, to: CivilDate) =>
  queryOptions({
    queryKey: ['time-off', { from, to }],
    queryFn: async () => (await answered(api.GET('/api/v1/time-off', { params: { query: { from, to, limit: ALL } } }))).data,
  });

/** How full each practitioner's days are; `ended` asks for what was cancelled or missed too. */
export const dayCountsQuery = (from: CivilDate, to: CivilDate, ended = false) => {
  const query = { from, to, ...(ended && { ended: 'true' as const }) };
  return queryOptions({
    queryKey: ['appointments', 'days', query],
    queryFn: async () => (await answered(api.GET('/api/v1/appointments/days', { params: { query } }))).data,
  });
};

/** Hours by practitioner, each shift in the zone of the place where it is worked. */
export function hoursByPractitioner(
  hours: readonly WorkingHours[],
  locations: readonly Location[],
  clinicZone: string,
): ReadonlyMap<string, WeeklyTemplate[]> {
  const zones = new Map(locations.map(({ id, timeZone }) => [id, timeZone]));
  const templates = new Map<string, WeeklyTemplate[]>();
  for (const { practitionerId, effectiveFrom, effectiveTo, weekly } of hours) {
    const shifts = weekly.map((shift) => ({ ...shift, timeZone: zones.get(shift.locationId) ?? clinicZone }));
    const mine = templates.get(practitionerId) ?? [];
    templates.set(practitionerId, [...mine, { effectiveFrom, effectiveTo, weekly: shifts }]);
  }
  return templates;
}
