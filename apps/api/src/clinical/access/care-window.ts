import { type AppointmentStatus, KEPT_STATUSES } from '@keel/contracts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The states of an appointment that is care: what was cancelled, missed, declined, left or not yet approved opens nothing. */
export const CARE_STATUSES: readonly AppointmentStatus[] = ['booked', 'confirmed', ...KEPT_STATUSES];

/**
 * How long an appointment that took place keeps the chart open after its end: courses of treatment pause for a season and come back,
 * and letters, insurers' questions and yearly reassessments reach the practitioner until then.
 */
export const APPOINTMENT_LASTS_DAYS = 365;

/** The same of one of which nobody says in time that it took place: time to write it up. */
export const BOOKING_LASTS_DAYS = 7;

/** An appointment that the reader gave themselves opens the chart so long before it: enough to prepare, too little to browse. */
export const OWN_BOOKING_OPENS_DAYS = 7;

/** One that others gave: a season ahead. Nobody prepares longer, and an appointment booked for a distant year opens nothing now. */
export const APPOINTMENT_OPENS_DAYS = 90;

/**
 * When a practitioner's own word that the patient came is believed: from the evening before an appointment's start to two days after
 * it, which is its day and the next one by any clock. What they say later of an appointment that nobody marked is no more than its
 * booking was: else an appointment that lapsed long ago would open the chart to whoever presses a button.
 */
export const WORD_COUNTS_HOURS = { before: 12, after: 48 } as const;

/** For appointments of how long after it a review, or an appointment that others vouched for, speaks: by their time, whenever they were booked. */
export const JUSTIFIED_LASTS = "interval '365 days'";

/** One opened by a reason: as long as an emergency takes to be handed over. */
export const OVERRIDE_MINUTES = 60;

/** How many charts a person opens so within an hour, each told to every owner: more than any emergency has patients. */
export const OVERRIDES_AN_HOUR = 30;

export interface CareAppointment {
  status: AppointmentStatus;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  /** The reader booked it, or took it over, themselves, by a key of theirs, or by somebody whom they brought in. */
  own: boolean;
  /** Who said that the patient came, and when; undefined where nobody did. */
  received?: Received | undefined;
}

export interface Received {
  /** Milliseconds since 1970. */
  at: number;
  /** Somebody whose word is not the reader’s. */
  byOthers: boolean;
  /** A review vouched for the care. */
  justified?: boolean;
}

/** Whether it is believed that the patient came. */
export function tookPlace({ status, start, received }: CareAppointment): boolean {
  if (!KEPT_STATUSES.includes(status) || !received) return false;
  const inTime = start - WORD_COUNTS_HOURS.before * HOUR <= received.at && received.at < start + WORD_COUNTS_HOURS.after * HOUR;
  return inTime || received.byOthers || received.justified === true;
}

/** From when until when an appointment makes a care relationship; undefined where it makes none. */
export function careWindow(appointment: CareAppointment): { from: number; until: number } | undefined {
  const { status, start, end, own } = appointment;
  if (!CARE_STATUSES.includes(status)) return undefined;
  const days = tookPlace(appointment) ? APPOINTMENT_LASTS_DAYS : BOOKING_LASTS_DAYS;
  return { from: start - (own ? OWN_BOOKING_OPENS_DAYS : APPOINTMENT_OPENS_DAYS) * DAY, until: end + days * DAY };
}

/** Whether the appointment opens the chart at an instant. */
export function opensAt(appointment: CareAppointment, at: number): boolean {
  const window = careWindow(appointment);
  return window !== undefined && window.from <= at && at < window.until;
}
