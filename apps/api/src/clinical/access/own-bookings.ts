import { KEPT_STATUSES } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ChangedMember, keepMembers, MemberFollowers } from '../../identity/index.js';
import { loginBehind, sent, type TxCtx } from '../../platform/index.js';
import { type AppointmentDto, VisitFollowers } from '../../scheduling/index.js';
import { JUSTIFIED_LASTS, VISIT_LASTS_DAYS, VISIT_OPENS_DAYS } from './care-window.js';
import {
  BOOKING_STANDS,
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

/** The practitioner of the visit `a`. */
const PRACTITIONER = withVoices('practitioner', 'one.clinic_id = a.clinic_id AND one.id = a.practitioner_id');

/** An own booking: the instant at which it was given, and the time that its visit is to be. */
interface OwnBooking {
  given: string;
  at: string;
}

/**
 * A visit `v` whose care others than its practitioner `me` vouched for before the own booking was given: they gave it, or
 * received the patient. It speaks from when it opens the chart to a year after it, and for no visit beyond.
 */
const vouchedByVisit = ({ given, at }: OwnBooking, standing: string): string => `EXISTS (
  SELECT 1 FROM care_visit v WHERE v.clinic_id = me.clinic_id AND v.practitioner_id = me.id AND v.patient_id = a.patient_id
    AND v.start_at - ${lasts(VISIT_OPENS_DAYS)} <= ${at} AND v.end_at > ${at} - ${JUSTIFIED_LASTS} AND (${standing})
    AND (v.placed_at <= ${given} AND NOT ${OWN} OR v.start_at <= ${given} AND ${RECEIVED_BY_OTHERS}))`;

/** What lasts: a completed visit, until it is reopened, and a review. */
const vouchedForGood = (booking: OwnBooking): string => `${vouchedByVisit(booking, `v.status = 'completed' AND ${TOOK_PLACE}`)}
  OR ${vouchedByReview('me.user_id', 'a.patient_id', booking.at)}`;

/** How long a visit that is moved again and again is one opening; it must be vouched for at the latest of its times. */
const SAME_OPENING = "interval '30 days'";

/** What somebody says of a visit: that there will be one, or that there was. */
type Word = 'placed' | 'received';

/** Visits `a` with their practitioner `me`, whose own word it is: the one visit that is written, or those of many practitioners. */
const VISIT = `appointment a JOIN LATERAL ${PRACTITIONER} ON`;
const VISITS = `${withVoices('practitioner', 'one.user_id IS NOT NULL')}
  JOIN appointment a ON a.clinic_id = me.clinic_id AND a.practitioner_id = me.id AND`;

/*
 * $1 clinic. Nothing is written for whoever opens no chart by it now: who is away, has no login yet or sees all charts. It is
 * written once that changes. Nor where the care was vouched for in a way that lasts; never left out after an opening that was
 * found unjustified. `which` visits `a`; `seen` what of an opening `q` by one of them makes it one that was written down.
 */
const queue = (word: Word, from: string, which: string, seen: string): string => `
  INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, appointment_id, given_by_type, given_by, given_at, visit_at)
  SELECT $1, uuidv7(), a.patient_id, me.user_id, 'own_booking', a.id, 'user', a.${word}_by::text, a.${word}_at, a.start_at
  FROM ${from} ${wordOfMine(`a.${word}_by`)}
    JOIN staff_card s ON s.clinic_id = me.clinic_id AND s.user_id = me.user_id AND s.practitioner_id = me.id
  WHERE ${which} AND NOT s.chart_right
    AND (${stopped('me.user_id', 'a.patient_id')} OR NOT (${vouchedForGood({ given: `a.${word}_at`, at: 'a.start_at' })}))
    AND NOT EXISTS (SELECT 1 FROM chart_access q WHERE q.clinic_id = a.clinic_id AND q.appointment_id = a.id AND q.user_id = me.user_id
      AND ${seen} AND q.given_at > a.${word}_at - ${SAME_OPENING})`;

const QUEUE = queue('placed', VISIT, 'a.id = $2', 'q.reviewed_at IS NULL');
/** One that was marked late by its practitioner: somebody looks at whether the patient came, and only then it counts as a visit. */
const QUEUE_LATE = queue('received', VISIT, `a.id = $2 AND NOT ${saidInTime('a')}`, 'q.reviewed_at IS NULL');
/** What leant on a visit that is completed no more: no opening by it was made since the review of an earlier one. */
const QUEUE_ALL = queue('placed', VISIT, 'a.patient_id = $2 AND a.practitioner_id = $3', 'true');

/**
 * What opens a chart, now or later, by the own word of somebody whose own word includes that of the member $2, and was never
 * written down: it opened nothing to them when it was given, or was not their own, or leant on what was not.
 */
const queueStanding = (word: Word, which: string): string =>
  queue(
    word,
    VISITS,
    `$2 = ANY (me.voices) AND a.end_at > now() - ${lasts(VISIT_LASTS_DAYS)} AND ${which}`,
    `(q.reviewed_at IS NULL OR q.reviewed_at >= a.${word}_at AND q.visit_at >= a.start_at)`,
  );

/** The visit `a` took place, and a later one of the practitioner's own did, which keeps the chart open for longer: one look is enough. */
const OUTLASTED = `EXISTS (SELECT 1 FROM care_visit v WHERE v.clinic_id = a.clinic_id AND v.practitioner_id = a.practitioner_id
  AND v.patient_id = a.patient_id AND v.start_at > a.start_at AND v.end_at < now() AND ${OWN} AND ${TOOK_PLACE})`;

const OPENS_CHART = `EXISTS (SELECT 1 FROM care_visit v WHERE v.clinic_id = a.clinic_id AND v.appointment_id = a.id AND ${OPENS_YET})`;
const QUEUE_STANDING = queueStanding('placed', `${OPENS_CHART} AND NOT ${OUTLASTED}`);
const QUEUE_STANDING_AT = queueStanding('placed', `${OPENS_CHART} AND a.patient_id = $3 AND me.user_id = $2`);
/** What a review would make a visit of. */
const QUEUE_STANDING_LATE = queueStanding('received', `a.status IN ('${KEPT_STATUSES.join("', '")}') AND NOT ${saidInTime('a')}`);

/** What is moved to a later time while it waits is asked about at that time, also where it is moved back again. */
const EXTEND = `
  UPDATE chart_access q SET visit_at = a.start_at, version = q.version + 1
  FROM appointment a JOIN LATERAL ${PRACTITIONER} ON ${wordOfMine('a.placed_by')}
  WHERE a.clinic_id = $1 AND a.id = $2 AND q.clinic_id = a.clinic_id AND q.appointment_id = a.id AND q.user_id = me.user_id
    AND q.reviewed_at IS NULL AND q.visit_at < a.start_at`;

/**
 * The opening `a` waits for a review. One by an own booking waits only while nobody else vouches for the care at the time of
 * its visit, which is asked each time the queue is read: a visit that others gave and that is cancelled later vouches for nothing.
 */
export const WAITS = `(a.reviewed_at IS NULL AND (a.kind <> 'own_booking' OR ${stopped('a.user_id', 'a.patient_id')} OR NOT EXISTS (
  WITH clinicians AS MATERIALIZED (SELECT * FROM ${withVoices('practitioner', 'one.user_id IS NOT NULL')})
  SELECT 1 FROM clinicians me WHERE me.clinic_id = a.clinic_id AND me.user_id = a.user_id AND (
    ${vouchedByVisit({ given: 'a.given_at', at: 'a.visit_at' }, `v.appointment_id <> a.appointment_id AND (${TOOK_PLACE} OR ${BOOKING_STANDS})`)}
    OR ${vouchedByReview('a.user_id', 'a.patient_id', 'a.visit_at')}))))`;

/** What opens the patient's chart to somebody by their own word once an opening of theirs has ended, if it was never written down. */
export function queueStandingAt(ctx: TxCtx, { patientId, userId }: { patientId: string; userId: string }): void {
  sent(ctx, QUEUE_STANDING_AT, [ctx.clinicId, userId, patientId]);
}

const kept = ({ status }: Pick<AppointmentDto, 'status'>): boolean => KEPT_STATUSES.includes(status);

/**
 * Writes down every visit that somebody gives themselves, in the transaction that gives it: whatever becomes of the visit
 * afterwards, and however soon, the opening is there to be reviewed. So is one that its practitioner marks late. One that leant
 * on a completed visit is written down in the transaction that reopens that, and one that opened nothing to its practitioner
 * when it was given in the transaction that changes this.
 */
@Injectable()
export class OwnBookings implements OnModuleInit {
  constructor(
    private readonly visits: VisitFollowers,
    private readonly members: MemberFollowers,
  ) {}

  onModuleInit(): void {
    this.visits.watch((ctx, { id }) => this.queueReview(ctx, id));
    this.visits.register(async (ctx, before, after) => {
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
