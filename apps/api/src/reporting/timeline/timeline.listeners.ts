import { type DomainEvent, TIMELINE_EVENTS, type TimelineEventType } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { On, prepared, type TxCtx } from '../../platform/index.js';

/** Writes the journey, one row per thing that happened; the event's id is the row's, so a repeat adds nothing. */
@Injectable()
export class TimelineListeners {
  @On(...TIMELINE_EVENTS)
  async recordOnTimeline(ctx: TxCtx, event: DomainEvent<TimelineEventType>): Promise<void> {
    const { patientId, ...data } = event.payload;
    if (!patientId) return;
    await prepared(
      ctx,
      `INSERT INTO timeline_entry (clinic_id, id, patient_id, kind, at, data) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [ctx.clinicId, event.id, patientId, event.type, event.occurredAt, JSON.stringify(data)],
    );
  }
}
