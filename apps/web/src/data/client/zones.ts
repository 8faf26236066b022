import { addZoneData, isTimeZone } from '@keel/calendar';

/** The bundle holds the zones of Canada and the United States (see vite.config.ts); a clinic elsewhere fetches all of them first. */
export async function fetchZone(zone: string): Promise<void> {
  if (isTimeZone(zone)) return;
  addZoneData((await import('virtual:every-zone')).default);
}
