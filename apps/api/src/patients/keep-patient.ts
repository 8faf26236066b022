import { sent, type TxCtx } from '../platform/index.js';

/** Holds the record as it is until the transaction ends, together with others who only need it unchanged. Read it after this. */
export function keepPatient(ctx: TxCtx, patientId: string): void {
  sent(ctx, 'SELECT 1 FROM patient WHERE id = $1 FOR SHARE', [patientId]);
}
