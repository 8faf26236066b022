import type { AppointmentStatus, DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ChartNotices } from '../clinical/index.js';
import { ConsentsService } from '../patients/index.js';
import { newId, Formerly, NotFoundProblem, now, On, type TxCtx } from '../platform/index.js';
import { AppointmentsService } from '../scheduling/index.js';
import { Message, type MessageKind } from './messages/message.entity.js';
import { HELD_UNPROVED } from './sending/holds.js';
import { ReminderPlans } from './messages/reminder-plans.js';
import { ReminderRulesService } from './rules/reminder-rules.service.js';

const REMINDABLE: readonly AppointmentStatus[] = ['booked', 'confirmed'];

/** What happens here when others say that something happened. Each re-reads the appointment: events come late and out of order. */
@Injectable()
export class MessagingListeners {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly plans: ReminderPlans,
    private readonly rules: ReminderRulesService,
    private readonly consents: ConsentsService,
    private readonly chartNotices: ChartNotices,
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

  @On('patient.updated')
  async holdOrTakeUpRemindersWhenPatientIsUpdated(ctx: TxCtx, event: DomainEvent<'patient.updated'>): Promise<void> {
    const { patientId } = event.payload;
    const barred = await this.consents.barred(ctx, patientId);
    await (barred ? this.plans.holdBack(ctx, patientId, barred) : this.plans.takeUp(ctx, patientId));
  }

  @On('staff.invited')
  async mailInvitationWhenStaffIsInvited(ctx: TxCtx, event: DomainEvent<'staff.invited'>): Promise<void> {
    await this.mailStaff(ctx, 'staff_invitation', event.payload.invitationId);
  }

  @On('password.reset_requested')
  async mailLinkWhenPasswordResetIsRequested(ctx: TxCtx, event: DomainEvent<'password.reset_requested'>): Promise<void> {
    await this.mailStaff(ctx, 'password_reset', event.payload.resetId);
  }

  @On('staff.rights_changed')
  async mailOwnerWhenRightsChanged(ctx: TxCtx, event: DomainEvent<'staff.rights_changed'>): Promise<void> {
    await this.mailStaff(ctx, 'rights_notice', event.payload.noticeId);
  }

  @On('address.proof_requested')
  async mailCodeWhenAddressProofIsRequested(ctx: TxCtx, event: DomainEvent<'address.proof_requested'>): Promise<void> {
    await this.mailStaff(ctx, 'address_proof', event.payload.userId);
  }

  @On('clinic.proved')
  async releaseHeldMessagesWhenClinicIsProved(ctx: TxCtx): Promise<void> {
    await this.plans.release(ctx, HELD_UNPROVED);
  }

  @On('chart.opened')
  async mailPrivacyOwnersWhenChartIsOpened(ctx: TxCtx, { payload }: DomainEvent<'chart.opened'>): Promise<void> {
    const readers = await this.chartNotices.readers(ctx, payload.userId);
    for (const reader of readers) await this.mailStaff(ctx, 'chart_opened', payload.chartAccessId, reader);
  }

  @On('account.alerted')
  async mailPersonWhenTheirAccountChanges(ctx: TxCtx, event: DomainEvent<'account.alerted'>): Promise<void> {
    await this.mailStaff(ctx, 'account_alert', event.payload.alertId);
  }

  private async mailStaff(ctx: TxCtx, kind: MessageKind, subjectId: string, recipientId: string | null = null): Promise<void> {
    const at = now(ctx);
    await ctx.tx.getRepository(Message).insert({
      clinicId: ctx.clinicId,
      id: newId(),
      kind,
      channel: 'email',
      status: 'scheduled',
      subjectId,
      recipientId,
      dueAt: at,
      nextAt: at,
      attempts: 0,
      version: 1,
      createdAt: at,
      updatedAt: at,
    });
  }
}
