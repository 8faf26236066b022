import { KEPT_STATUSES } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ChangedMember, keepMembers, MemberFollowers } from '../../identity/index.js';
import { loginBehind, sent, type TxCtx } from '../../platform/index.js';
import { type AppointmentDto, AppointmentFollowers } from '../../scheduling/index.js';
import { JUSTIFIED_LASTS, APPOINTMENT_LASTS_DAYS, APPOINTMENT_OPENS_DAYS } from './care-window.js';
import {
  BOOKING_STANDS,
  lapsed,
  lasts,
  OPENS_YET,
  OWN,
  RECEIVED_BY_OTHERS,
  saidInTime,
  stopped,
  TOOK_PLACE,
  vouchedByReview,
  withVoices,
  wordOfMine,
} from './care.sql.js';

/** The practitioner of the appointment `a`. */
const PRACTITIONER = withVoices('practitioner_card', 'one.clinic_id = a.clinic_id AND one.id = a.practitioner_id');

/** An own booking: the instant at which it was given, and the time that its appointment is to be. */
interface OwnBooking {
  given: string;
  at: string;
}

/** When somebody else than its practitioner `me` vouched for the appointment `v`: they gave it, or received the patient; null where nobody did. */
const SAID_AT = `least(CASE WHEN NOT ${OWN} THEN v.placed_at END, CASE WHEN ${RECEIVED_BY_OTHERS} THEN v.start_at END)`;

/**
 * The appointment `v` speaks for an own booking of its practitioner that was given after that: from when it opens the chart to a year
 * after it, and for no appointment beyond.
 */
const speaksFor = ({ given, at }: OwnBooking): string =>
  `v.start_at - ${lasts(APPOINTMENT_OPENS_DAYS)} <= ${at} AND v.end_at > ${at} - ${JUSTIFIED_LASTS} AND ${SAID_AT} <= ${given}`;

/** How long an appointment that is moved again and again is one opening; it must be vouched for at the latest of its times. */
const SAME_OPENING = "interval '30 days'";

/** What somebody says of an appointment: that there will be one, or that there was. */
type Word = 'placed' | 'received';

/** Of the practitioners `one` those who open charts by their own word now: they are here, and do not see all charts. */
const present = (whose: string): string => `${whose} AND EXISTS (SELECT 1 FROM staff_card s
  WHERE s.clinic_id = one.clinic_id AND s.user_id = one.user_id AND s.practitioner_id = one.id AND NOT s.chart_right)`;

/** The practitioners `one` whose own word it may be: of the one appointment that is written, or all. */
const ANYBODY = present('one.user_id IS NOT NULL');
const OF_APPOINTMENT = present(
  'one.clinic_id = $1 AND one.id = (SELECT a.practitioner_id FROM care_appointment a WHERE a.clinic_id = $1 AND a.appointment_id = $2)',
);

/** The appointments `v` of the one practitioner and patient `me`. */
const OF_PAIR = 'care_appointment v WHERE v.clinic_id = me.clinic_id AND v.practitioner_id = me.id AND v.patient_id = me.patient_id';

/*
 * $1 clinic. Nothing is written for whoever opens no chart by it now: who is away, has no login yet or sees all charts. It is
 * written once that changes, or at once where they may have read by it. Nor where the care was vouched for in a way that lasts (an
 * appointment that is completed, until it is reopened, and a review); never left out after an opening that was found unjustified. `which`
 * appointments `a`; `seen` what of an opening `q` by one of them makes it one that was written down; `still` what else holds of each.
 *
 * Somebody may give themselves a patient's appointments by the thousand, and whoever changes a member waits for this: so what is written
 * down already is taken out first, and what is asked of a practitioner and a patient is asked once for the two, not for each appointment.
 */
const queue = (word: Word, whose: string, which: string, seen: string, still = 'true'): string => `
  WITH mine AS MATERIALIZED (
    SELECT me.clinic_id, me.id, me.user_id, me.voices
    FROM ${withVoices('practitioner_card', whose)}),
  left_out AS MATERIALIZED (
    SELECT me.clinic_id, me.id, me.user_id, me.voices, a.patient_id, array_agg(a.appointment_id) AS appointments, array_agg(a.${word}_by) AS givers,
      array_agg(a.${word}_at) AS given, array_agg(a.start_at) AS starts
    FROM mine me JOIN care_appointment a ON a.clinic_id = me.clinic_id AND a.practitioner_id = me.id AND ${wordOfMine(`a.${word}_by`)}
    WHERE ${which}
      -- Fenced, so that it is asked of each appointment by the index of appointments, also before the database has counted how many there are.
      AND NOT EXISTS (SELECT 1 FROM chart_access q WHERE q.clinic_id = a.clinic_id AND q.appointment_id = a.appointment_id
        AND (q.user_id = me.user_id) IS TRUE AND ${seen} AND q.given_at > a.${word}_at - ${SAME_OPENING} OFFSET 0)
    GROUP BY me.clinic_id, me.id, me.user_id, me.voices, a.patient_id)
  INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, appointment_id, given_by_type, given_by, given_at, appointment_at)
  SELECT $1, uuidv7(), me.patient_id, me.user_id, 'own_booking', a.id, 'user', a.giver::text, a.given_at, a.start_at
  FROM left_out me CROSS JOIN LATERAL (
    -- By the name of the table, which the conditions below ask: of the two, only what was reviewed speaks for or against an appointment.
    WITH chart_access AS MATERIALIZED (
        SELECT c.* FROM chart_access c WHERE c.user_id = me.user_id AND c.patient_id = me.patient_id AND c.review_outcome IS NOT NULL),
      vouching AS MATERIALIZED (
        SELECT v.start_at - ${lasts(APPOINTMENT_OPENS_DAYS)} AS opens_at, v.end_at, ${SAID_AT} AS said_at
        FROM ${OF_PAIR} AND v.status = 'completed' AND ${SAID_AT} IS NOT NULL AND ${TOOK_PLACE})
    SELECT a.* FROM unnest(me.appointments, me.givers, me.given, me.starts) AS a (id, giver, given_at, start_at)
    WHERE ${still} AND (${stopped('me.user_id', 'me.patient_id')}
      OR NOT (EXISTS (
          SELECT 1 FROM vouching v WHERE v.opens_at <= a.start_at AND v.end_at > a.start_at - ${JUSTIFIED_LASTS} AND v.said_at <= a.given_at)
        OR ${vouchedByReview('me.user_id', 'me.patient_id', 'a.start_at')}))) a`;

const QUEUE = queue('placed', OF_APPOINTMENT, 'a.appointment_id = $2', 'q.reviewed_at IS NULL');
/** One that was marked late by its practitioner: somebody looks at whether the patient came, and only then it counts as an appointment. */
const QUEUE_LATE = queue('received', OF_APPOINTMENT, `a.appointment_id = $2 AND NOT ${saidInTime('a')}`, 'q.reviewed_at IS NULL');
/** What leant on an appointment that is completed no more: no opening by it was made since the review of an earlier one. */
const QUEUE_ALL = queue('placed', present('one.clinic_id = $1 AND one.id = $3'), 'a.patient_id = $2', 'true');

/** The opening `q` by the appointment `a` waits, or was looked at since that was said of it. */
const lookedAt = (word: Word): string => `(q.reviewed_at IS NULL OR q.reviewed_at >= a.${word}_at AND q.appointment_at >= a.start_at)`;

/**
 * What opens a chart, now or later, by the own word of a practitioner for whom the member $2 counts as themselves (`voices`), and was
 * never written down. When it was given it opened nothing to them, or was not their own word yet, or was vouched for by a word that has
 * become their own since.
 */
const queueStanding = (word: Word, whose: string, which: string, still?: string): string =>
  queue(word, whose, `$2 = ANY (me.voices) AND a.end_at > now() - ${lasts(APPOINTMENT_LASTS_DAYS)} AND ${which}`, lookedAt(word), still);

/** A later appointment than `a` of the practitioner's own took place, which keeps the chart open for longer: one look is enough. */
const OUTLASTED = `(a.start_at < (SELECT max(v.start_at) FROM ${OF_PAIR} AND v.end_at < now() AND ${OWN} AND ${TOOK_PLACE})) IS TRUE`;

const OPENS_CHART = `EXISTS (SELECT 1 FROM care_appointment v WHERE v.clinic_id = me.clinic_id AND v.appointment_id = a.id AND ${OPENS_YET} OFFSET 0)`;
const QUEUE_STANDING = queueStanding('placed', ANYBODY, 'true', `${OPENS_CHART} AND NOT (${OUTLASTED})`);
const QUEUE_STANDING_AT = queueStanding('placed', present('one.user_id = $2'), 'a.patient_id = $3', OPENS_CHART);
/** Appointments that their practitioner marked late: they count as having taken place only once a review says so. */
const QUEUE_STANDING_LATE = queueStanding('received', ANYBODY, `a.status IN ('${KEPT_STATUSES.join("', '")}') AND NOT ${saidInTime('a')}`);

/** The earliest instant since when findings that vouch no more may have vouched for what the reader $2 did at the patient $3. */
const LAPSED_SINCE = `(SELECT min(j.justified_since) FROM chart_access j WHERE j.user_id = $2 AND j.patient_id = $3 AND ${lapsed('j')})`;

/** What would have been written down since then, had no review vouched for it: the chart may have been read by it, whatever became of it. */
const leftOut = (word: Word, which = 'true'): string =>
  queue(
    word,
    // Also of one who is away by now, or sees all charts: they read meanwhile, and at their return an appointment that is off opens nothing.
    'one.user_id = $2',
    // What was on its way then may have found the review.
    `a.patient_id = $3 AND a.${word}_at > ${LAPSED_SINCE} - interval '1 minute' AND ${which}`,
    lookedAt(word),
  );
const QUEUE_LEFT_OUT = leftOut('placed');
const QUEUE_LEFT_OUT_LATE = leftOut('received', `NOT ${saidInTime('a')}`);

/** What is moved to a later time while it waits is asked about at that time, also where it is moved back again. */
const EXTEND = `
  UPDATE chart_access q SET appointment_at = a.start_at, version = q.version + 1
  FROM care_appointment a JOIN LATERAL ${PRACTITIONER} ON ${wordOfMine('a.placed_by')}
  WHERE a.clinic_id = $1 AND a.appointment_id = $2 AND q.clinic_id = a.clinic_id AND q.appointment_id = a.appointment_id AND q.user_id = me.user_id
    AND q.reviewed_at IS NULL AND q.appointment_at < a.start_at`;

/**
 * The opening `a` waits for a review. One by an own booking waits only while nobody else vouches for the care at the time of
 * its appointment, which is asked each time the queue is read: an appointment that others gave and that is cancelled later vouches for nothing.
 */
export const WAITS = `(a.reviewed_at IS NULL AND (a.kind <> 'own_booking' OR ${stopped('a.user_id', 'a.patient_id')} OR NOT EXISTS (
  WITH clinicians AS MATERIALIZED (SELECT * FROM ${withVoices('practitioner_card', 'one.user_id IS NOT NULL')})
  SELECT 1 FROM clinicians me WHERE me.clinic_id = a.clinic_id AND me.user_id = a.user_id AND (
    EXISTS (SELECT 1 FROM care_appointment v WHERE v.clinic_id = me.clinic_id AND v.practitioner_id = me.id AND v.patient_id = a.patient_id
      AND ${speaksFor({ given: 'a.given_at', at: 'a.appointment_at' })} AND v.appointment_id <> a.appointment_id AND (${TOOK_PLACE} OR ${BOOKING_STANDS}))
    OR ${vouchedByReview('a.user_id', 'a.patient_id', 'a.appointment_at')}))))`;

/**
 * The ids of all openings that wait, at once. It says the same as WAITS, which asks of each opening over all appointments of its
 * reader and patient: where all are wanted and somebody booked one patient by the thousand, that would not end. What is asked of the
 * two is asked once here, as in `queue`.
 */
export const WAITING = `
  WITH unseen AS MATERIALIZED (
    SELECT a.clinic_id, a.user_id, a.patient_id, array_agg(a.id) AS ids, array_agg(a.appointment_id) AS appointments,
      array_agg(a.given_at) AS given, array_agg(a.appointment_at) AS starts
    FROM chart_access a WHERE a.reviewed_at IS NULL AND a.kind = 'own_booking' GROUP BY a.clinic_id, a.user_id, a.patient_id),
  clinicians AS MATERIALIZED (SELECT * FROM ${withVoices('practitioner_card', 'one.user_id IS NOT NULL')})
  SELECT a.id FROM chart_access a WHERE a.reviewed_at IS NULL AND a.kind <> 'own_booking'
  UNION ALL
  SELECT waiting.id FROM unseen u LEFT JOIN clinicians k ON k.clinic_id = u.clinic_id AND k.user_id = u.user_id
    CROSS JOIN LATERAL (SELECT u.clinic_id, k.id, u.user_id, u.patient_id, k.voices) me
    CROSS JOIN LATERAL (
      -- By the name of the table, which the conditions below ask.
      WITH chart_access AS MATERIALIZED (
          SELECT c.* FROM chart_access c WHERE c.user_id = me.user_id AND c.patient_id = me.patient_id AND c.review_outcome IS NOT NULL),
        vouching AS MATERIALIZED (
          SELECT v.appointment_id, v.start_at - ${lasts(APPOINTMENT_OPENS_DAYS)} AS opens_at, v.end_at, ${SAID_AT} AS said_at
          FROM ${OF_PAIR} AND ${SAID_AT} IS NOT NULL AND (${TOOK_PLACE} OR ${BOOKING_STANDS}))
      SELECT a.id FROM unnest(u.ids, u.appointments, u.given, u.starts) AS a (id, appointment_id, given_at, start_at)
      WHERE ${stopped('me.user_id', 'me.patient_id')}
        OR NOT (EXISTS (
            SELECT 1 FROM vouching v WHERE v.appointment_id <> a.appointment_id AND v.opens_at <= a.start_at
              AND v.end_at > a.start_at - ${JUSTIFIED_LASTS} AND v.said_at <= a.given_at)
          OR me.id IS NOT NULL AND ${vouchedByReview('me.user_id', 'me.patient_id', 'a.start_at')})) waiting`;

/** What opens the patient's chart to somebody by their own word once an opening of theirs has ended, if it was never written down. */
export function queueStandingAt(ctx: TxCtx, { patientId, userId }: { patientId: string; userId: string }): void {
  sent(ctx, QUEUE_STANDING_AT, [ctx.clinicId, userId, patientId]);
}

/** What was left out of the queue since reviews that hold no more. */
export function queueLeftOut(ctx: TxCtx, { patientId, userId }: { patientId: string; userId: string }): void {
  for (const sql of [QUEUE_LEFT_OUT, QUEUE_LEFT_OUT_LATE]) sent(ctx, sql, [ctx.clinicId, userId, patientId]);
}

/** What waits again, since its review was withdrawn, is asked about at the time that its appointment was moved to meanwhile. */
export function atItsTime(ctx: TxCtx, { appointmentId }: { appointmentId: string | null }): void {
  if (appointmentId) sent(ctx, EXTEND, [ctx.clinicId, appointmentId]);
}

const kept = ({ status }: Pick<AppointmentDto, 'status'>): boolean => KEPT_STATUSES.includes(status);

/**
 * Writes down every appointment that somebody gives themselves, in the transaction that gives it: whatever becomes of the appointment
 * afterwards, and however soon, the opening is there to be reviewed. So is one that its practitioner marks late. One that leant on a
 * completed appointment is written down when that is reopened. One that opened nothing to its practitioner when it was given is written
 * down when a change of a member lets it open the chart. Each is written in the transaction of that change.
 */
@Injectable()
export class OwnBookings implements OnModuleInit {
  constructor(
    private readonly appointments: AppointmentFollowers,
    private readonly members: MemberFollowers,
  ) {}

  onModuleInit(): void {
    this.appointments.watch((ctx, { id }) => this.queueReview(ctx, id));
    this.appointments.register(async (ctx, before, after) => {
      if (kept(after) && !kept(before)) this.queueLate(ctx, after.id);
      if (before.status === 'completed' && after.status !== 'completed') this.queueWhatLeant(ctx, after);
      return false;
    });
    this.members.register(async (ctx, changed) => this.queueStanding(ctx, changed));
  }

  private queueReview(ctx: TxCtx, appointmentId: string): void {
    if (!loginBehind(ctx)) return;
    keepMembers(ctx);
    sent(ctx, EXTEND, [ctx.clinicId, appointmentId]);
    sent(ctx, QUEUE, [ctx.clinicId, appointmentId]);
  }

  private queueLate(ctx: TxCtx, appointmentId: string): void {
    if (!loginBehind(ctx)) return;
    keepMembers(ctx);
    sent(ctx, QUEUE_LATE, [ctx.clinicId, appointmentId]);
  }

  private queueWhatLeant(ctx: TxCtx, { patientId, practitionerId }: Pick<AppointmentDto, 'patientId' | 'practitionerId'>): void {
    sent(ctx, QUEUE_ALL, [ctx.clinicId, patientId, practitionerId]);
  }

  private queueStanding(ctx: TxCtx, { userId }: ChangedMember): void {
    for (const sql of [QUEUE_STANDING, QUEUE_STANDING_LATE]) sent(ctx, sql, [ctx.clinicId, userId]);
  }
}
