import { formatInZone } from '@keel/calendar';
import type { Channel, StatedLocale } from '@keel/contracts';

/** The day and hour of an appointment as its patient reads them, in the zone of the place. An SMS leaves out the year. */
export function appointmentTime(start: Date, zone: string, locale: StatedLocale, channel: Channel): { date: string; time: string } {
  return {
    date: formatInZone(start, zone, locale, channel === 'sms' ? 'day' : 'longDate'),
    time: formatInZone(start, zone, locale, 'time'),
  };
}
