import type { DomainEvent, EventMap, EventType } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { On, prepared, type TxCtx } from '../platform/index.js';

/** Events that belong to one person's journey: those whose payload may name a patient. */
type JourneyEvent = { [T in EventType]: EventMap[T] extends { patientId: string | null } ? T : never }[EventType];

/** Writes the journey, one row per thing that happened; the event's id is the row's, so a repeat adds nothing. */
@Injectable()
export class TimelineListeners {
  @On(
    'patient.created',
    'appointment.booked',
    'appointment.moved',
    'appointment.confirmed',
    'appointment.arrived',
    'appointment.unarrived',
    'appointment.started',
    'appointment.completed',
    'appointment.reopened',
    'appointment.cancelled',
    'appointment.no_show',
    'appointment.left_unseen',
    'appointment.restored',
    'appointment.patient_told',
    'appointment.patient_untold',
    'note.started',
    'note.signed',
    'note.amended',
    'note.entered_in_error',
    'invoice.issued',
    'invoice.voided',
    'payment.received',
    'payment.reversed',
    'message.sent',
    'message.delivered',
    'message.failed',
    'message.unknown',
    'message.received',
  )
  async recordOnTimeline(ctx: TxCtx, event: DomainEvent<JourneyEvent>): Promise<void> {
    const { patientId, ...data } = event.payload;
    if (!patientId) return;
    await prepared(
      ctx,
      `INSERT INTO timeline_entry (clinic_id, id, patient_id, kind, at, data) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [ctx.clinicId, event.id, patientId, event.type, event.occurredAt, JSON.stringify(data)],
    );
  }
}
