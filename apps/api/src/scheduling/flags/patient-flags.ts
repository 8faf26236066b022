import { KEPT_STATUSES } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { sent, type TxCtx } from '../../platform/index.js';

/** What is open on an invoice, in cents, as of this version of it. */
export interface OpenInvoice {
  invoiceId: string;
  patientId: string;
  open: number;
  version: number;
}

// Words come late, twice and out of order: the highest version is the last.
const HEAR = `
  INSERT INTO open_invoice AS known (clinic_id, id, patient_id, open, version) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (clinic_id, id) DO UPDATE SET open = excluded.open, version = excluded.version WHERE known.version < excluded.version`;

// Whoever counts holds the row first, and counts in a statement of its own: so it sees what the one before has written.
const HOLD = `INSERT INTO patient_standing (clinic_id, id) VALUES ($1, $2) ON CONFLICT (clinic_id, id) DO UPDATE SET id = excluded.id`;
const COUNT_OWING = `
  UPDATE patient_standing SET owing = (SELECT coalesce(sum(open), 0) FROM open_invoice WHERE patient_id = $1 AND open > 0) WHERE id = $1`;
const COUNT_KEPT = `
  UPDATE patient_standing SET first_kept_at = (SELECT min(start_at) FROM appointment WHERE patient_id = $1 AND status = ANY ($2)) WHERE id = $1`;

/** What the schedule shows of a patient beside their name, counted when it changes so that a week costs one join. */
@Injectable()
export class PatientFlags {
  hear(ctx: TxCtx, { invoiceId, patientId, open, version }: OpenInvoice): void {
    sent(ctx, HEAR, [ctx.clinicId, invoiceId, patientId, open, version]);
    sent(ctx, HOLD, [ctx.clinicId, patientId]);
    sent(ctx, COUNT_OWING, [patientId]);
  }

  /** After an appointment became kept, or stopped being so. */
  countKept(ctx: TxCtx, patientId: string): void {
    sent(ctx, HOLD, [ctx.clinicId, patientId]);
    sent(ctx, COUNT_KEPT, [patientId, KEPT_STATUSES]);
  }
}
