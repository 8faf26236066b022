import type { Currency, Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, decodeCursor, NotFoundProblem, toPage, type TxCtx } from '../platform/index.js';
import { InvoiceRecords } from './invoice-records.js';
import type { InvoiceRow } from './invoice-row.js';
import { JOIN_REVERSAL, type PaymentRow, REVERSAL, toPaymentFacts } from './payment-facts.js';
import type { ListedPaymentDto, PaymentsQuery } from './payments.dto.js';
import { printedNumber } from './printed-number.js';

/** A payment by itself, with the invoice that it was taken for. */
export interface SinglePaymentRow extends PaymentRow {
  patientId: string;
  invoiceId: string;
  number: number;
  currency: Currency;
  /** Of the place, as the invoice keeps it. */
  timeZone: string;
  version: number;
}

/** Each payment with its invoice; `a` is the allocation. Taking it back makes a second version of it. */
const PAYMENTS = `
  SELECT p.id, p.patient_id AS "patientId", a.invoice_id AS "invoiceId", i.number, a.amount, p.currency, p.method, p.reference,
    p.received_at AS "receivedAt", ${REVERSAL} AS reversal, p.version + (r.id IS NOT NULL)::integer AS version,
    coalesce(i.snapshot #>> '{location,timeZone}', i.snapshot #>> '{clinic,timeZone}') AS "timeZone"
  FROM payment p JOIN allocation a ON a.clinic_id = p.clinic_id AND a.payment_id = p.id
    JOIN invoice i ON i.clinic_id = a.clinic_id AND i.id = a.invoice_id ${JOIN_REVERSAL}`;

const ACCESS = { what: 'payment', patients: 'patientId' };

/** Payments as they are read. */
@Injectable()
export class PaymentRecords {
  constructor(
    private readonly db: Db,
    private readonly invoices: InvoiceRecords,
  ) {}

  /** @throws NotFoundProblem */
  async get(ctx: Ctx, id: string): Promise<SinglePaymentRow> {
    const [row] = await this.db.read<SinglePaymentRow>(ctx, ACCESS, `${PAYMENTS} WHERE p.id = $1`, [id]);
    if (!row) throw new NotFoundProblem('payment');
    return row;
  }

  /** The payment and its invoice, whose turn it has until the transaction ends. @throws NotFoundProblem */
  async hold(ctx: TxCtx, id: string): Promise<{ payment: SinglePaymentRow; invoice: InvoiceRow }> {
    const { invoiceId } = await this.get(ctx, id);
    const invoice = await this.invoices.hold(ctx, invoiceId);
    // Read again: somebody may have taken it back while we waited.
    return { payment: await this.get(ctx, id), invoice };
  }

  /** The newest first. */
  async list(ctx: Ctx, query: PaymentsQuery): Promise<Page<ListedPaymentDto>> {
    const params: unknown[] = [query.limit + 1];
    const filters: string[] = [];
    const [before] = decodeCursor(query.cursor, 'uuid') ?? [];
    if (before !== undefined) filters.push(`p.id < $${params.push(before)}::uuid`);
    if (query.patientId) filters.push(`p.patient_id = $${params.push(query.patientId)}`);
    if (query.invoiceId) filters.push(`a.invoice_id = $${params.push(query.invoiceId)}`);
    const where = filters.length > 0 ? `WHERE ${filters.join(' AND ')}` : '';
    const rows = await this.db.read<SinglePaymentRow>(ctx, ACCESS, `${PAYMENTS} ${where} ORDER BY p.id DESC LIMIT $1`, params);
    const page = toPage(rows, query, ({ id }) => [id]);
    return { ...page, data: page.data.map(toListedPaymentDto) };
  }
}

function toListedPaymentDto(row: SinglePaymentRow): ListedPaymentDto {
  const { patientId, invoiceId, number, version } = row;
  return { ...toPaymentFacts(row, row), patientId, invoiceId, invoiceNumber: printedNumber(number), version };
}
