import type { EventType } from '@keel/contracts';
import type { TimelineRef } from './timeline-summary.js';

export class TimelineRefDto implements TimelineRef {
  type!: TimelineRef['type'];
  id!: string;
}

/** One thing that happened in a patient's journey. */
export class TimelineEntryDto {
  id!: string;
  /** The event's name, e.g. `appointment.booked`. */
  kind!: EventType;
  at!: Date;
  /** A line for people, in the clinic's language. */
  summary!: string;
  ref!: TimelineRefDto;
}
