import { HOUR, offsetAt } from './wall-time.js';
import { ZONE_DATA_VERSION } from './zone-data.js';

/** Provinces that stopped changing clocks in 2026: old zone data is an hour off for them in winter. */
const WINTER_2026: readonly (readonly [zone: string, hours: number])[] = [
  ['America/Vancouver', -7],
  ['America/Edmonton', -6],
  ['America/Winnipeg', -5],
];

/** Refuses to run with zone data that would send people an hour early. Called at boot. @throws Error */
export function assertZoneData(offset: (zone: string, instant: number) => number = offsetAt): void {
  const december = Date.UTC(2026, 11, 15, 12);
  for (const [zone, hours] of WINTER_2026) {
    const found = (offset(zone, december) * 60_000) / HOUR;
    if (found !== hours) {
      throw new Error(
        `Time zone data ${ZONE_DATA_VERSION} is out of date: ${zone} is at UTC${hours} in December 2026, it says UTC${found}. Update moment-timezone, whose data @keel/calendar reads.`,
      );
    }
  }
}
