import { STATED_LOCALES, type StatedLocale, type TimelineEventType } from '@keel/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../platform/index.js';
import { TIMELINE_THEMES, type TimelineRef, type TimelineTheme } from './timeline-refs.js';

export class TimelineQuery extends PageQuery {
  /** `-at`: newest first. */
  @IsOptional() @IsIn(['at', '-at']) sort?: 'at' | '-at';
  /** Only what concerns appointments, notes, money or messages. */
  @IsOptional() @IsIn(TIMELINE_THEMES) theme?: TimelineTheme;
  /** Language of the summaries; by default the clinic's. */
  @IsOptional() @IsIn(STATED_LOCALES) locale?: StatedLocale;
}

export class TimelineRefDto implements TimelineRef {
  type!: TimelineRef['type'];
  id!: string;
}

/** One thing that happened in a patient's journey. */
export class TimelineEntryDto {
  id!: string;
  /** The event's name, e.g. `appointment.booked`. */
  kind!: TimelineEventType;
  at!: Date;
  /** A line for people. */
  summary!: string;
  ref!: TimelineRefDto;
  /** The appointment and the invoice it belongs to. */
  appointmentId!: string | null;
  invoiceId!: string | null;
}
