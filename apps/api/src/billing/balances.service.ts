import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../identity/index.js';
import { type Ctx, Db, NotFoundProblem } from '../platform/index.js';
import type { PatientBalanceDto } from './balances.dto.js';

const BALANCE = `
  SELECT p.id AS "patientId", i.open, i.count AS "openInvoices", i.oldest AS "oldestOpenOn",
    (SELECT max(one.received_at) FROM payment one WHERE one.clinic_id = p.clinic_id AND one.patient_id = p.id AND NOT EXISTS (
      SELECT 1 FROM payment_reversal r WHERE r.clinic_id = one.clinic_id AND r.payment_id = one.id)) AS "lastPaymentAt"
  FROM patient_card p, LATERAL (
    SELECT coalesce(sum(total - paid), 0)::bigint AS open, count(*)::integer AS count, min(service_date) AS oldest
    FROM invoice WHERE clinic_id = p.clinic_id AND patient_id = p.id AND status = 'issued') AS i
  WHERE p.id = $1`;

/** What a patient owes, and since when. */
@Injectable()
export class BalancesService {
  constructor(
    private readonly db: Db,
    private readonly clinics: ClinicsService,
  ) {}

  /** @throws NotFoundProblem for another clinic's patient too */
  async ofPatient(ctx: Ctx, patientId: string): Promise<PatientBalanceDto> {
    const access = { what: 'invoice', patient: patientId };
    const [row] = await this.db.read<Omit<PatientBalanceDto, 'open'> & { open: number }>(ctx, access, BALANCE, [patientId]);
    if (!row) throw new NotFoundProblem('patient');
    const { currency } = await this.clinics.get(ctx);
    return { ...row, open: { amount: row.open, currency } };
  }
}
