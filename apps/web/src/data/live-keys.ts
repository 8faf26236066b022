import type { QueryKey } from '@tanstack/react-query';
import type { Resource } from './client/renew.js';

/** What the stream says of an event: LiveEventDto of the API. */
export interface LiveEvent {
  type: string;
  ids: Readonly<Record<string, string>>;
}

/** What of each kind of thing shows it, by the first word of its queries; a patient's own are named by the patient. */
const SHOWN_BY: Readonly<Record<string, { all: readonly Resource[]; ofPatient?: readonly Resource[] }>> = {
  // A draft says whether its appointment took place, and goes or is drawn anew with it.
  appointment: { all: ['appointments', 'untold', 'availability', 'invoices'], ofPatient: ['timeline'] },
  patient: { all: ['patients', 'appointments'], ofPatient: ['timeline', 'chart'] },
  contact_consent: { all: [], ofPatient: ['patients', 'timeline'] },
  chart: { all: ['chart-access', 'work-items'] },
  // Cards of the schedule tell whether a note is signed and whether something is owing.
  note: { all: ['notes', 'appointments'], ofPatient: ['timeline', 'chart'] },
  invoice: { all: ['invoices', 'appointments'], ofPatient: ['timeline'] },
  payment: { all: ['invoices', 'appointments'], ofPatient: ['timeline'] },
  // A reminder that left, or came back, decides whether its patient must be called: an appointment's card and its panel say so.
  message: { all: ['messages', 'work-items', 'untold', 'appointments'], ofPatient: ['timeline'] },
  practitioner: { all: ['practitioners', 'staff', 'working-hours'] },
  service: { all: ['services', 'availability'] },
  working_hours: { all: ['working-hours', 'availability'] },
  // A location has another address; each appointment that is to be told of it says so by itself.
  address_news: { all: ['locations'] },
  time_off: { all: ['time-off', 'availability'] },
  staff: { all: ['staff'] },
  clinic: { all: ['clinics'] },
};

const LIVE: ReadonlySet<string> = new Set(Object.values(SHOWN_BY).flatMap(({ all, ofPatient = [] }) => [...all, ...ofPatient]));

/** Whether events tell when this query is old. What they do not, such as the list of looks at records, is left as it is. */
export const isLive = (queryKey: QueryKey): boolean => LIVE.has(String(queryKey[0]));

/** The queries that an event makes old, by their keys' beginnings. What is not known makes nothing old. */
export function keysOf({ type, ids }: LiveEvent): QueryKey[] {
  const shown = SHOWN_BY[type.slice(0, type.indexOf('.'))];
  if (!shown) return [];
  const { patientId } = ids;
  const own = (shown.ofPatient ?? []).map((resource): QueryKey => (patientId ? [resource, patientId] : [resource]));
  return [...shown.all.map((resource): QueryKey => [resource]), ...own];
}

/** Each key once; one that begins with another is left out, since that takes it along. */
export function distinctKeys(keys: readonly QueryKey[]): QueryKey[] {
  const texts = new Map(keys.map((key) => [JSON.stringify(key), key]));
  const within = (key: QueryKey) => key.length > 1 && texts.has(JSON.stringify(key.slice(0, 1)));
  return [...texts.values()].filter((key) => !within(key));
}

/** How long to wait before the next try: longer each time, up to a minute, and not all at once. */
export function waitBefore(attempt: number, random: number): number {
  const SECOND = 1000;
  const longest = Math.min(60 * SECOND, SECOND * 2 ** attempt);
  return Math.round(longest * (0.5 + random / 2));
}
