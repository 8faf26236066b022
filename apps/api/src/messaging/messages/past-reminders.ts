import { Injectable } from '@nestjs/common';
import { now, type TxCtx } from '../../platform/index.js';
import { ReminderRulesService } from '../rules/reminder-rules.service.js';
import { Preparation } from '../sending/preparation.js';
import { Message } from './message.entity.js';
import { MessageStates } from './message-states.js';
import { ReminderPlans, type AppointmentTime } from './reminder-plans.js';

/**
 * Writes down the reminders of an appointment that is recorded after the fact, as if they had gone when they were due. Nothing is
 * sent: the rows have ended before any worker can see them.
 */
@Injectable()
export class PastReminders {
  constructor(
    private readonly plans: ReminderPlans,
    private readonly rules: ReminderRulesService,
    private readonly preparation: Preparation,
    private readonly states: MessageStates,
  ) {}

  /** `ctx.at` is when the appointment was booked; what was due between then and `until` has gone. */
  async record(ctx: TxCtx, appointment: AppointmentTime, until: Date): Promise<void> {
    const rules = (await this.rules.all(ctx)).filter(({ minutesBefore }) => +appointment.start - minutesBefore * 60_000 <= +until);
    await this.plans.add(ctx, [appointment], rules, now(ctx));
    const due = await ctx.tx.getRepository(Message).findBy({ clinicId: ctx.clinicId, appointmentId: appointment.id, status: 'scheduled' });
    for (const message of due) await this.end({ ...ctx, at: message.dueAt }, message);
  }

  private async end(ctx: TxCtx, message: Message): Promise<void> {
    const ready = await this.preparation.prepare(ctx, message);
    if (!('content' in ready)) return this.states.change(ctx, message, ready.status, { reason: ready.reason });
    const { sealed, recipientHash, appointmentVersion } = ready;
    await this.states.openAttempt(ctx, message, 1);
    this.states.closeAttempt(ctx, message, 1, { outcome: 'accepted' });
    // Phones confirm what they receive; mailboxes do not.
    const status = message.channel === 'sms' ? 'delivered' : 'sent';
    await this.states.change(ctx, message, status, {
      reason: null,
      attempts: 1,
      queuedAt: now(ctx),
      content: sealed,
      recipientHash,
      appointmentVersion,
    });
  }
}
