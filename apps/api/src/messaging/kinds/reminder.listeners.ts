import type { DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Formerly, NotFoundProblem, On, type TxCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { ReminderPlans } from '../messages/reminder-plans.js';
import { ReminderRulesService } from '../rules/reminder-rules.service.js';
import { REMINDABLE } from '../sending/decide.js';

/** When reminders are planned and dropped. Each re-reads the appointment: events come late and out of order. */
@Injectable()
export class ReminderListeners {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly plans: ReminderPlans,
    private readonly rules: ReminderRulesService,
  ) {}

  // What fell due while somebody was marked as arrived by mistake was dropped.
  @On('appointment.booked', 'appointment.moved', 'appointment.restored', 'appointment.unarrived')
  @Formerly('scheduleRemindersWhenVisitHasItsTime')
  async scheduleRemindersWhenAppointmentHasItsTime(
    ctx: TxCtx,
    event: DomainEvent<'appointment.booked' | 'appointment.moved' | 'appointment.restored' | 'appointment.unarrived'>,
  ): Promise<void> {
    const { appointmentId } = event.payload;
    const appointment = await this.appointments.get(ctx, appointmentId).catch((error: unknown) => {
      if (error instanceof NotFoundProblem) return undefined;
      throw error;
    });
    if (!appointment || !REMINDABLE.includes(appointment.status)) return;
    const time = {
      id: appointment.id,
      patientId: appointment.patientId,
      start: new Date(appointment.start),
      timeVersion: appointment.timeVersion,
    };
    // Its moment may have come before that of the new address.
    const readdressedFrom = await this.appointments.readdressedFrom(ctx, appointment.id);
    if (readdressedFrom !== undefined) await this.plans.takeAlong(ctx, time, readdressedFrom);
    await this.plans.drop(ctx, appointment.id, 'appointment_moved', appointment.timeVersion);
    const at = new Date(event.occurredAt);
    await this.plans.add(ctx, [time], await this.rules.all(ctx), at);
    await this.plans.resume(ctx, time, at);
  }

  @On('appointment.cancelled', 'appointment.no_show')
  @Formerly('dropRemindersWhenVisitIsOff')
  async dropRemindersWhenAppointmentIsOff(ctx: TxCtx, event: DomainEvent<'appointment.cancelled' | 'appointment.no_show'>): Promise<void> {
    const { appointmentId } = event.payload;
    const { status } = await this.appointments.get(ctx, appointmentId);
    // Restored since: that event has planned anew, or will.
    if (REMINDABLE.includes(status)) return;
    await this.plans.drop(ctx, appointmentId, `appointment_${status}`);
  }
}
