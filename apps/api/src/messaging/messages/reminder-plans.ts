import { CALLED_OFF_STATUSES, UNDO_WINDOW_MS } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import type { Barred } from '../../patients/index.js';
import { newId, now, prepared, type TxCtx } from '../../platform/index.js';
import { dueAt, type Rule } from '../rules/default-rules.js';
import type { Message } from './message.entity.js';

/** What a reminder is planned from. */
export interface AppointmentTime {
  id: string;
  patientId: string;
  start: Date;
  timeVersion: number;
}

/** Why one goes with its appointment; written after its moment, that had come while it waited, and it had not been decided otherwise. */
const DROPPED = [...CALLED_OFF_STATUSES, 'no_show'].map((status) => `appointment_${status}`);

/** The rows of reminders to come. Their unique key (appointment, rule, timeVersion) makes every call safe to repeat. */
@Injectable()
export class ReminderPlans {
  /**
   * Plans these appointments under these rules; what was due before `at` is skipped. A reminder that was dropped with its appointment, or
   * with its rule, is taken up again: whatever it was tried before is certain not to have left, or it would not have waited.
   */
  async add(ctx: TxCtx, appointments: readonly AppointmentTime[], rules: readonly Rule[], at: Date): Promise<void> {
    const plans = appointments.flatMap((appointment) =>
      rules
        .filter(({ active }) => active)
        .flatMap((rule) => {
          const due = dueAt(rule, appointment.start, at);
          return due ? [{ appointment, rule, due }] : [];
        }),
    );
    if (plans.length === 0) return;
    await ctx.tx.query(
      `INSERT INTO message (clinic_id, kind, status, created_at, updated_at, id, channel, patient_id, appointment_id, rule_id, time_version,
         starts_at, due_at, next_at)
       SELECT $1, 'reminder', 'scheduled', $2, $2, p.id, p.channel, p.patient, p.appointment, p.rule, p.version, p.start, p.due, p.due
       FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::int[], $9::timestamptz[], $10::timestamptz[])
         AS p (id, channel, patient, appointment, rule, version, start, due)
       ON CONFLICT (clinic_id, appointment_id, rule_id, time_version) WHERE NOT astray DO UPDATE
       SET status = 'scheduled', reason = NULL, handled_at = NULL, due_at = excluded.due_at, next_at = excluded.due_at,
         version = message.version + 1, updated_at = excluded.updated_at
       WHERE message.status = 'skipped' AND (message.reason LIKE 'appointment_%' OR message.reason = 'rule_off')`,
      [
        ctx.clinicId,
        now(ctx),
        plans.map(() => newId()),
        plans.map(({ rule }) => rule.channel),
        plans.map(({ appointment }) => appointment.patientId),
        plans.map(({ appointment }) => appointment.id),
        plans.map(({ rule }) => rule.id),
        plans.map(({ appointment }) => appointment.timeVersion),
        plans.map(({ appointment }) => appointment.start),
        plans.map(({ due }) => due),
      ],
    );
  }

  /** Goes on with what was being tried, or was held, when its appointment was taken off: its moment had come, and nothing had left. */
  async resume(ctx: TxCtx, { id, timeVersion }: AppointmentTime, at: Date): Promise<void> {
    await ctx.tx.query(
      `UPDATE message SET status = 'scheduled', reason = NULL, handled_at = NULL, next_at = greatest(due_at, $4), version = version + 1,
         updated_at = $5
       WHERE clinic_id = $1 AND appointment_id = $2 AND time_version = $3 AND status = 'skipped' AND reason LIKE 'appointment_%'
         AND (attempts > 0 OR reason = ANY ($6) AND updated_at >= due_at) AND starts_at > $4`,
      [ctx.clinicId, id, timeVersion, new Date(at.getTime() + UNDO_WINDOW_MS), now(ctx), DROPPED],
    );
  }

  /**
   * Only the address of the place is another since this time version: what has not left is of the time that the appointment has now, due as
   * it was, and names the new address. All of it, or one that is held already. What is on its way may have left, and stays what it was.
   */
  async takeAlong(
    ctx: TxCtx,
    { id, timeVersion }: Pick<AppointmentTime, 'id' | 'timeVersion'>,
    from: number,
    messageId: string | null = null,
  ): Promise<Pick<Message, 'timeVersion' | 'version'>[]> {
    return prepared(ctx, ALONG, [id, timeVersion, from, messageId]);
  }

  /** Drops what still waits for an appointment: all of it, or all but what belongs to the time it has now. */
  async drop(ctx: TxCtx, appointmentId: string, reason: string, exceptTimeVersion = -1): Promise<void> {
    await ctx.tx.query(
      `UPDATE message SET status = 'skipped', reason = $2, next_at = NULL, version = version + 1, updated_at = $4
       WHERE appointment_id = $1 AND status = 'scheduled' AND time_version <> $3`,
      [appointmentId, reason, exceptTimeVersion, now(ctx)],
    );
  }

  /** Holds back what waits for somebody whom nobody is to write to. */
  async holdBack(ctx: TxCtx, patientId: string, barred: Barred): Promise<void> {
    await ctx.tx.query(
      `UPDATE message SET status = 'suppressed', reason = $2, next_at = NULL, version = version + 1, updated_at = $3
       WHERE clinic_id = $4 AND patient_id = $1 AND status = 'scheduled'`,
      [patientId, `patient_${barred}`, now(ctx), ctx.clinicId],
    );
  }

  /** Takes up again what was held back and is still to come, or was being tried or held by then; the sender decides at its time whether there is reason to. */
  async takeUp(ctx: TxCtx, patientId: string): Promise<void> {
    await ctx.tx.query(
      `UPDATE message SET status = 'scheduled', reason = NULL, handled_at = NULL, next_at = greatest(due_at, $2), version = version + 1,
         updated_at = $2
       WHERE clinic_id = $3 AND patient_id = $1 AND status = 'suppressed' AND reason IN ('patient_archived', 'patient_deceased')
         AND starts_at > $2 AND (due_at > $2 OR attempts > 0 OR updated_at >= due_at)`,
      [patientId, now(ctx), ctx.clinicId],
    );
  }

  /** Lets go what was held for this reason: a worker decides anew what of it is still due, and tells it from what nothing held. */
  async release(ctx: TxCtx, reason: string): Promise<void> {
    await ctx.tx.query(
      `UPDATE message SET next_at = $2, version = version + 1, updated_at = $2
       WHERE clinic_id = $1 AND status = 'scheduled' AND reason = $3`,
      [ctx.clinicId, now(ctx), reason],
    );
  }

  /** What waits under a rule, or is held back with its patient, moves with the rule's time, unless the new time has already gone by. */
  async shift(ctx: TxCtx, rule: Rule): Promise<void> {
    await ctx.tx.query(
      `UPDATE message SET due_at = starts_at - make_interval(mins => $3),
         next_at = CASE status WHEN 'scheduled' THEN starts_at - make_interval(mins => $3) END, version = version + 1, updated_at = $4
       WHERE clinic_id = $1 AND rule_id = $2 AND attempts = 0
         AND (status = 'scheduled' OR status = 'suppressed' AND reason IN ('patient_archived', 'patient_deceased')) AND starts_at - make_interval(mins => $3) > $4`,
      [ctx.clinicId, rule.id, rule.minutesBefore, now(ctx)],
    );
  }
}

/** Also what was dropped or held back with its appointment, its rule or its patient, since that may be taken up again. */
const ALONG = `UPDATE message m SET time_version = $2, version = m.version + 1
  WHERE m.appointment_id = $1 AND m.time_version >= $3 AND m.time_version < $2 AND m.kind = 'reminder' AND NOT m.astray
    AND ($4::uuid IS NULL OR m.id = $4)
    AND (m.status = 'scheduled' OR m.status = 'skipped' AND (m.reason LIKE 'appointment_%' OR m.reason = 'rule_off')
      OR m.status = 'suppressed' AND m.reason IN ('patient_archived', 'patient_deceased'))
    AND NOT EXISTS (SELECT 1 FROM message later WHERE later.clinic_id = m.clinic_id AND later.appointment_id = m.appointment_id
      AND later.rule_id = m.rule_id AND later.time_version > m.time_version AND NOT later.astray)
  RETURNING m.time_version AS "timeVersion", m.version`;
