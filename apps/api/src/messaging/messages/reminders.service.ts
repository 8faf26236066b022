import { Injectable } from '@nestjs/common';
import { newId, now, type TxCtx } from '../../platform/index.js';
import { dueAt, type Rule } from '../rules/default-rules.js';
import { ReminderRulesService } from '../rules/reminder-rules.service.js';

/** What a reminder is scheduled from. */
export interface VisitTime {
  id: string;
  patientId: string;
  start: Date;
  timeVersion: number;
}

/** Rows of reminders to come. The unique key (appointment, rule, timeVersion) makes every call safe to repeat. */
@Injectable()
export class RemindersService {
  constructor(private readonly rules: ReminderRulesService) {}

  /** Plans this visit's reminders and drops those of an older time. `at` is when the visit got this time. */
  async schedule(ctx: TxCtx, visit: VisitTime, at: Date): Promise<void> {
    await this.drop(ctx, visit.id, 'visit_moved', visit.timeVersion);
    for (const rule of await this.rules.all(ctx)) {
      const due = rule.active ? dueAt(rule, visit.start, at) : undefined;
      if (due) await this.plan(ctx, visit, rule, due);
    }
  }

  /** Drops what still waits: all of the visit's, or all but those of the time it has now. */
  async drop(ctx: TxCtx, appointmentId: string, reason: string, exceptTimeVersion = -1): Promise<void> {
    await ctx.tx.query(
      `UPDATE message SET status = 'skipped', reason = $2, next_at = NULL, version = version + 1, updated_at = $4
       WHERE appointment_id = $1 AND status = 'scheduled' AND time_version <> $3`,
      [appointmentId, reason, exceptTimeVersion, now(ctx)],
    );
  }

  /** A visit that was cancelled and restored gets back the reminder it lost, unless its time went by meanwhile. */
  private async plan(ctx: TxCtx, visit: VisitTime, rule: Rule, due: Date): Promise<void> {
    await ctx.tx.query(
      `INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, rule_id, time_version, starts_at, due_at, next_at,
         created_at, updated_at)
       VALUES ($1, $2, 'reminder', $3, 'scheduled', $4, $5, $6, $7, $8, $9, $9, $10, $10)
       ON CONFLICT ON CONSTRAINT message_once DO UPDATE
       SET status = 'scheduled', reason = NULL, next_at = excluded.next_at, version = message.version + 1, updated_at = excluded.updated_at
       WHERE message.status = 'skipped' AND message.reason LIKE 'visit_%' AND message.attempts = 0`,
      [ctx.clinicId, newId(), rule.channel, visit.patientId, visit.id, rule.id, visit.timeVersion, visit.start, due, now(ctx)],
    );
  }
}
