import type { WeeklyTemplate } from '@keel/calendar';
import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Asked } from './client/api.js';
import type { Answer } from './client/problem.js';
import { SELDOM } from './client/queries.js';
import type { Location } from './locations.js';

export type WorkingHours = Answer<'WorkingHoursDto'>;

const list = async (query?: Asked<'/api/v1/working-hours'>) =>
  (await answered(api.GET('/api/v1/working-hours', { params: { query } }))).data;

/** Everybody's hours, of all times. */
export const workingHoursQuery = queryOptions({ queryKey: ['working-hours'], staleTime: SELDOM, queryFn: () => list() });

/** The same, always asked anew where they are changed: past, present and planned ones. */
export const allHoursQuery = queryOptions({ queryKey: ['working-hours', 'all'], queryFn: () => list({}) });

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
