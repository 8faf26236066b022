import type { Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../identity/index.js';
import { type Ctx, Db, decodeCursor, NotFoundProblem, toPage } from '../platform/index.js';
import type { ListedPaymentDto, PatientAccountDto, PaymentsQuery } from './accounts.dto.js';
import { printedNumber } from './invoices.queries.js';
import { PAYMENTS, type SinglePaymentRow, toPaymentFacts } from './payments.queries.js';

const ACCOUNT = `
  SELECT p.id AS "patientId", i.open, i.count AS "openInvoices", i.oldest AS "oldestOpenOn",
    (SELECT max(one.received_at) FROM payment one WHERE one.clinic_id = p.clinic_id AND one.patient_id = p.id AND NOT EXISTS (
      SELECT 1 FROM payment_reversal r WHERE r.clinic_id = one.clinic_id AND r.payment_id = one.id)) AS "lastPaymentAt"
  FROM patient_card p, LATERAL (
    SELECT coalesce(sum(total - paid), 0)::bigint AS open, count(*)::integer AS count, min(service_date) AS oldest
    FROM invoice WHERE clinic_id = p.clinic_id AND patient_id = p.id AND status = 'issued') AS i
  WHERE p.id = $1`;

/** What a patient owes and has paid. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Db,
    private readonly clinics: ClinicsService,
  ) {}

  /** @throws NotFoundProblem for another clinic's patient too */
  async ofPatient(ctx: Ctx, patientId: string): Promise<PatientAccountDto> {
    const access = { what: 'invoice', patient: patientId };
    const [row] = await this.db.read<Omit<PatientAccountDto, 'open'> & { open: number }>(ctx, access, ACCOUNT, [patientId]);
    if (!row) throw new NotFoundProblem('patient');
    const { currency } = await this.clinics.get(ctx);
    return { ...row, open: { amount: row.open, currency } };
  }

  /** The newest first. */
  async payments(ctx: Ctx, query: PaymentsQuery): Promise<Page<ListedPaymentDto>> {
    const params: unknown[] = [query.limit + 1];
    const filters: string[] = [];
    const [before] = decodeCursor(query.cursor, 'uuid') ?? [];
    if (before !== undefined) filters.push(`p.id < $${params.push(before)}::uuid`);
    if (query.patientId) filters.push(`p.patient_id = $${params.push(query.patientId)}`);
    if (query.invoiceId) filters.push(`a.invoice_id = $${params.push(query.invoiceId)}`);
    const where = filters.length > 0 ? `WHERE ${filters.join(' AND ')}` : '';
    const access = { what: 'payment', patients: 'patientId' };
    const rows = await this.db.read<SinglePaymentRow>(ctx, access, `${PAYMENTS} ${where} ORDER BY p.id DESC LIMIT $1`, params);
    const page = toPage(rows, query, ({ id }) => [id]);
    return { ...page, data: page.data.map(toListedPayment) };
  }
}

function toListedPayment(row: SinglePaymentRow): ListedPaymentDto {
  const { patientId, invoiceId, number, version } = row;
  return { ...toPaymentFacts(row, row), patientId, invoiceId, invoiceNumber: printedNumber(number), version };
}
