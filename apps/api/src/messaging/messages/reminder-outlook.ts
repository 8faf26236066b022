import type { Channel, MessageStatus, Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, NOT_PERSONAL, now, type TxCtx, wholePage } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { dueAt, type Rule } from '../rules/default-rules.js';
import { Allowance } from '../sending/allowance.js';
import { decideReminder } from '../sending/decide.js';
import { isOurHold, isTooLong } from '../sending/holds.js';
import { ReminderFactsReader } from '../sending/reminder-facts.js';
import type { ReminderOutlookDto } from './messages.dto.js';

interface Row {
  id: string;
  ruleId: string;
  channel: Channel;
  status: MessageStatus;
  reason: string | null;
  attempts: number;
  /** It went to an address that is not the patient's. */
  astray: boolean;
  dueAt: Date;
  nextAt: Date | null;
}

/** Gone, or tried in vain; the others wait, or were held for a reason that may be another by now. */
const ENDED: readonly MessageStatus[] = ['queued', 'sent', 'delivered', 'unknown', 'failed'];
const ALL: readonly Channel[] = ['email', 'sms'];

/** What will become of an appointment's reminders as things stand, by the very decision that their sender takes. */
@Injectable()
export class ReminderOutlook {
  constructor(
    private readonly db: Db,
    private readonly appointments: AppointmentsService,
    private readonly facts: ReminderFactsReader,
    private readonly allowance: Allowance,
  ) {}

  /** One for each rule, for the time that the appointment has now. @throws NotFoundProblem */
  async of(ctx: Ctx, appointmentId: string): Promise<Page<ReminderOutlookDto>> {
    return this.db.tx(ctx, async (ctx) => {
      const { patientId, timeVersion } = await this.appointments.get(ctx, appointmentId);
      const known = await this.facts.read(ctx, appointmentId, patientId, ALL);
      const unproved = await this.allowance.whileUnproved(ctx, { kind: 'reminder' });
      const rows = await this.rows(ctx, appointmentId, timeVersion);
      const all = remindersOf(rows, known.rules).map(({ rule, row }): ReminderOutlookDto => {
        const start = known.appointment?.start ?? now(ctx);
        const due = row?.dueAt ?? (rule && dueAt(rule, start, now(ctx)));
        const { id: ruleId, channel } = rule ?? { id: row?.ruleId ?? '', channel: row?.channel ?? 'email' };
        const about = { ruleId, channel, messageId: row?.id ?? null, dueAt: due ?? beforehand(start, rule) };
        // Too late to go once more, or another did that says the same.
        if (row?.astray) return { ...about, outlook: 'held', reason: 'astray' };
        if (row && ENDED.includes(row.status)) return { ...about, outlook: row.status === 'failed' ? 'held' : 'gone', reason: row.reason };
        const message = { channel, ruleId, timeVersion, attempts: row?.attempts ?? 0, reason: row?.reason ?? null };
        const decision = decideReminder(this.facts.of(known, message, later(due, now(ctx))));
        if (decision.status !== 'send') return { ...about, outlook: 'held', reason: decision.reason };
        if (unproved) return { ...about, outlook: 'held', reason: unproved.reason };
        if (row?.status === 'scheduled' && isOurHold(row.reason)) {
          if (isTooLong(row.nextAt, start)) return { ...about, outlook: 'held', reason: row.reason };
          return { ...about, dueAt: row.nextAt ?? about.dueAt, outlook: 'goes', reason: null };
        }
        // It was held when it was due, and nothing holds it any more.
        if (row && row.status !== 'scheduled' && row.dueAt <= now(ctx)) return { ...about, outlook: 'held', reason: 'moment_passed' };
        // Its moment had gone by when the appointment was given its time.
        return due ? { ...about, outlook: 'goes', reason: null } : { ...about, outlook: 'held', reason: 'short_notice' };
      });
      return wholePage(all);
    });
  }

  private rows(ctx: TxCtx, appointmentId: string, timeVersion: number): Promise<Row[]> {
    return this.db.read<Row>(
      ctx,
      NOT_PERSONAL,
      `SELECT id, rule_id AS "ruleId", channel, status, reason, attempts, astray, due_at AS "dueAt", next_at AS "nextAt" FROM message
       WHERE appointment_id = $1 AND time_version = $2 AND rule_id IS NOT NULL
       ORDER BY astray, id DESC`,
      [appointmentId, timeVersion],
    );
  }
}

/** Each rule that is on, and each that had planned one; the earliest reminder first. What stands of a rule comes before what went astray. */
function remindersOf(rows: readonly Row[], rules: readonly Rule[]): { rule?: Rule | undefined; row?: Row | undefined }[] {
  const ofRules = rules
    .map((rule) => ({ rule, row: rows.find(({ ruleId }) => ruleId === rule.id) }))
    .filter(({ rule, row }) => rule.active || row);
  const removed = rows.filter(({ ruleId, astray }) => !astray && !rules.some(({ id }) => id === ruleId)).map((row) => ({ row }));
  return [...ofRules, ...removed];
}

const later = (due: Date | undefined, at: Date): Date => (due && due > at ? due : at);
const beforehand = (start: Date, rule: Rule | undefined): Date => new Date(+start - (rule?.minutesBefore ?? 0) * 60_000);
