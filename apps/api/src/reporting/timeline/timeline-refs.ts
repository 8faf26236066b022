import { type Permission, readerOf, TIMELINE_EVENTS, type TimelineEventType } from '@keel/contracts';
import type { TimelineData } from '../../platform/index.js';

/** Records that a step of the journey may be about, by the noun of its event. */
const RECORDS = ['appointment', 'note', 'invoice', 'payment', 'message'] as const;
type RecordNoun = (typeof RECORDS)[number];

export interface TimelineRef {
  type: 'patient' | RecordNoun;
  id: string;
}

/** What a reader of the journey may want to see alone, and the nouns of the events that tell of it. */
const THEMES = {
  appointments: ['appointment'],
  notes: ['note'],
  money: ['invoice', 'payment'],
  messages: ['message'],
} as const satisfies Record<string, readonly RecordNoun[]>;
export type TimelineTheme = keyof typeof THEMES;
export const TIMELINE_THEMES = Object.keys(THEMES) as TimelineTheme[];

/** The kinds of a theme, or all of them without one, that somebody may read: the journey is no way round the right to what it is made of. */
export function kindsFor(permissions: ReadonlySet<Permission>, theme?: TimelineTheme): TimelineEventType[] {
  const nouns: readonly string[] | undefined = theme && THEMES[theme];
  const isOfTheme = (type: TimelineEventType) => nouns?.includes(type.slice(0, type.indexOf('.'))) ?? true;
  return TIMELINE_EVENTS.filter((type) => isOfTheme(type) && permissions.has(readerOf(type)));
}

/**
 * Of these kinds only entries that belong to an appointment are shown. Whoever reads appointments may see these: the appointment's card tells
 * them too that a note of it was begun or signed.
 */
export function kindsOfAppointmentsFor(permissions: ReadonlySet<Permission>, theme?: TimelineTheme): TimelineEventType[] {
  if (!permissions.has(readerOf('appointment.booked')) || (theme !== undefined && theme !== 'notes')) return [];
  return TIMELINE_EVENTS.filter((type) => type.startsWith('note.'));
}

/** The record an entry speaks of: the most particular id that its event carries. */
export function refOf(kind: string, data: TimelineData, patientId: string): TimelineRef {
  const type = RECORDS.find((noun) => kind.startsWith(`${noun}.`));
  const id = type ? data[`${type}Id`] : undefined;
  return type && typeof id === 'string' ? { type, id } : { type: 'patient', id: patientId };
}
