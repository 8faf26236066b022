import type { DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { newId, On, type TxCtx } from '../platform/index.js';
import { CARE_LASTS_DAYS } from './access/care-window.js';

const CARING = Object.keys(CARE_LASTS_DAYS);
/** A visit to which the patient came. */
const KEPT = CARING.filter((status) => status !== 'booked' && status !== 'confirmed');

/*
 * $1 clinic, $2 id, $3 the visit, $4 states that make care, $5 those of a visit that was kept. Nothing is queued where the
 * chart is open to the person anyway: by the chart right, by a colleague's grant, by a visit that others gave them or that
 * was kept within the year, or by an own booking that was found justified since.
 */
const QUEUE = `
  INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, appointment_id, given_by_type, given_by, given_at)
  SELECT $1, $2, a.patient_id, me.user_id, 'own_booking', a.id, 'user', me.user_id::text, now()
  FROM appointment a JOIN staff_card me ON me.clinic_id = a.clinic_id AND me.user_id = a.placed_by AND me.practitioner_id = a.practitioner_id
  WHERE a.id = $3 AND a.status = ANY ($4) AND NOT me.chart_right
    AND NOT EXISTS (SELECT 1 FROM chart_access g WHERE g.clinic_id = a.clinic_id AND g.user_id = me.user_id AND g.patient_id = a.patient_id
      AND (g.kind = 'grant' AND g.expires_at IS NULL
        OR g.kind = 'own_booking' AND g.review_outcome = 'justified' AND g.expires_at IS NULL AND g.given_at > now() - interval '365 days'))
    AND NOT EXISTS (SELECT 1 FROM appointment v WHERE v.clinic_id = a.clinic_id AND v.patient_id = a.patient_id
      AND v.practitioner_id = a.practitioner_id AND v.id <> a.id AND v.end_at > now() - interval '365 days'
      AND (v.status = ANY ($5) OR v.status = ANY ($4) AND v.placed_by IS DISTINCT FROM me.user_id))
  ON CONFLICT ON CONSTRAINT chart_access_once DO NOTHING`;

/** What visits mean for the circle of care; each re-reads the visit, since events come late and out of order. */
@Injectable()
export class ClinicalListeners {
  @On('appointment.booked', 'appointment.moved', 'appointment.restored')
  async queueReviewWhenOneGivesOneselfAVisit(
    ctx: TxCtx,
    { payload }: DomainEvent<'appointment.booked' | 'appointment.moved' | 'appointment.restored'>,
  ): Promise<void> {
    await ctx.tx.query(QUEUE, [ctx.clinicId, newId(), payload.appointmentId, CARING, KEPT]);
  }
}
