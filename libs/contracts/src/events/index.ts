import type { Permission } from '../permissions/index.js';
import { BILLING_EVENTS } from './billing.js';
import { CLINICAL_EVENTS } from './clinical.js';
import type { EventDefinition, PayloadOf, TimelineEvent } from './definition.js';
import { IDENTITY_EVENTS } from './identity.js';
import { MESSAGING_EVENTS } from './messaging.js';
import { PATIENTS_EVENTS } from './patients.js';
import { SCHEDULING_EVENTS } from './scheduling.js';

export type { EventDefinition } from './definition.js';

const DEFINED = {
  ...IDENTITY_EVENTS,
  ...PATIENTS_EVENTS,
  ...SCHEDULING_EVENTS,
  ...CLINICAL_EVENTS,
  ...BILLING_EVENTS,
  ...MESSAGING_EVENTS,
};
type Defined = typeof DEFINED;

export type EventType = keyof Defined;
/** Every event of the house by its name, with its payload: ids and scalars only, never a person's name nor a word of a note. */
export type EventMap = { [T in EventType]: PayloadOf<Defined[T]> };
/** The catalogue that boot checks listeners against. */
export const EVENTS: Readonly<Record<EventType, EventDefinition>> = DEFINED;
export const EVENT_TYPES = Object.keys(DEFINED) as EventType[];

/** Events that get a line of one patient's journey. */
export type TimelineEventType = {
  [T in EventType]: Defined[T] extends TimelineEvent<{ patientId: string | null }> ? T : never;
}[EventType];
const isOnTimeline = (type: EventType): type is TimelineEventType => EVENTS[type].timeline === true;
export const TIMELINE_EVENTS: readonly TimelineEventType[] = EVENT_TYPES.filter(isOnTimeline);

/** Whoever may be told that this happened: those who may read what it happened to. */
export const readerOf = (type: EventType): Permission => EVENTS[type].reader;

/** An event as the outbox stores it and a listener receives it. */
export interface DomainEvent<T extends EventType = EventType> {
  id: string;
  type: T;
  version: number;
  clinicId: string;
  /** When it happened, RFC 3339 in UTC; events arrive late and out of order, so sort by this. */
  occurredAt: string;
  payload: EventMap[T];
}
