import type { Currency, Page } from '@keel/contracts';
import { open, type TaxAmount, totals } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, decodeCursor, type MoneyDto, NotFoundProblem, toPage, type TxCtx } from '../platform/index.js';
import { AppointmentInvoices } from './appointment-invoices.js';
import { type InvoiceSnapshot, printedCountry, printedZone } from './invoice.entity.js';
import type { InvoiceRow } from './invoice-row.js';
import type { InvoiceDto, InvoicePrintedDto, InvoicesQuery, ListedInvoiceDto } from './invoices.dto.js';
import { JOIN_REVERSAL, REVERSAL, toPaymentFacts } from './payment-facts.js';
import { printedNumber } from './printed-number.js';
import { SnapshotSource } from './snapshot-source.js';

const ROW = `
  SELECT i.id, i.number, i.status, i.patient_id AS "patientId", i.practitioner_id AS "practitionerId",
    i.appointment_id AS "appointmentId", i.service_date AS "serviceDate", i.issued_at AS "issuedAt", i.voided_at AS "voidedAt",
    i.void_reason AS "voidReason", i.discarded_at AS "discardedAt", i.currency, i.subtotal, i.tax, i.total, i.paid, i.edited, i.snapshot, i.version,
    i.location_id AS "locationId", v.status AS "appointmentStatus",
    (SELECT coalesce(json_agg(json_build_object('id', l.id, 'description', l.description, 'serviceId', l.service_id,
        'quantity', l.quantity, 'unitPrice', l.unit_price, 'net', l.net, 'taxCode', l.tax_code, 'taxes', l.taxes,
        'earlier', l.earlier) ORDER BY l.position), '[]')
      FROM invoice_line l WHERE l.clinic_id = i.clinic_id AND l.invoice_id = i.id) AS lines,
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'amount', a.amount, 'method', p.method,
        'reference', p.reference, 'receivedAt', p.received_at, 'reversal', ${REVERSAL}) ORDER BY p.received_at, p.id), '[]')
      FROM allocation a JOIN payment p ON p.clinic_id = a.clinic_id AND p.id = a.payment_id ${JOIN_REVERSAL}
      WHERE a.clinic_id = i.clinic_id AND a.invoice_id = i.id) AS payments,
    json_build_object('firstName', pa.first_name, 'lastName', pa.last_name, 'preferredName', pa.preferred_name) AS patient,
    json_build_object('displayName', pr.display_name) AS practitioner
  FROM invoice i JOIN patient_card pa ON pa.clinic_id = i.clinic_id AND pa.id = i.patient_id
    JOIN practitioner_card pr ON pr.clinic_id = i.clinic_id AND pr.id = i.practitioner_id
    LEFT JOIN care_appointment v ON v.clinic_id = i.clinic_id AND v.appointment_id = i.appointment_id`;

const APPOINTMENT_OF = 'SELECT appointment_id AS "appointmentId" FROM invoice WHERE id = $1';

const ACCESS = { what: 'invoice', patients: 'patientId' };

/** Invoices as they are read, and held while they change. */
@Injectable()
export class InvoiceRecords {
  constructor(
    private readonly db: Db,
    private readonly appointments: AppointmentInvoices,
    private readonly snapshots: SnapshotSource,
  ) {}

  /** @throws NotFoundProblem */
  async get(ctx: Ctx, id: string): Promise<InvoiceRow> {
    const [row] = await this.db.read<InvoiceRow>(ctx, ACCESS, `${ROW} WHERE i.id = $1`, [id]);
    if (!row) throw new NotFoundProblem('invoice');
    return row;
  }

  /** The live invoice of an appointment, or undefined; neither a voided one nor a discarded draft counts. */
  async ofAppointment(ctx: Ctx, appointmentId: string): Promise<InvoiceRow | undefined> {
    const live = "i.status <> 'void' AND i.discarded_at IS NULL";
    const [row] = await this.db.read<InvoiceRow>(ctx, ACCESS, `${ROW} WHERE i.appointment_id = $1 AND ${live}`, [appointmentId]);
    return row;
  }

  /** The invoice and its appointment, locked until the transaction ends, so that payments, issue, void and changes of the appointment take turns. */
  async hold(ctx: TxCtx, id: string): Promise<InvoiceRow> {
    const [found] = await ctx.tx.query<Pick<InvoiceRow, 'appointmentId'>[]>(APPOINTMENT_OF, [id]);
    if (!found) throw new NotFoundProblem('invoice');
    if (found.appointmentId) this.appointments.takeTurn(ctx, found.appointmentId);
    const locked = await ctx.tx.query<unknown[]>('SELECT 1 FROM invoice WHERE id = $1 FOR UPDATE', [id]);
    // A draft may have gone with its appointment while we waited.
    if (locked.length === 0) throw new NotFoundProblem('invoice');
    return this.get(ctx, id);
  }

  /** For what concerns an appointment that has no invoice yet. */
  takeTurn(ctx: TxCtx, appointmentId: string): void {
    this.appointments.takeTurn(ctx, appointmentId);
  }

  /** Newest first. */
  async list(ctx: Ctx, query: InvoicesQuery): Promise<Page<ListedInvoiceDto>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const params: unknown[] = [query.limit + 1, before];
    const discarded = query.status === 'discarded';
    const filters = ['i.id < $2::uuid', `i.discarded_at IS ${discarded ? 'NOT ' : ''}NULL`];
    if (query.patientId) filters.push(`i.patient_id = $${params.push(query.patientId)}`);
    if (query.appointmentId) filters.push(`i.appointment_id = $${params.push(query.appointmentId)}`);
    // Nothing is open on a paid one, and an invoice over nothing is paid at once.
    if (query.status && !discarded) filters.push(`i.status = $${params.push(query.status === 'open' ? 'issued' : query.status)}`);
    if (query.practitionerId) filters.push(`i.practitioner_id = $${params.push(query.practitionerId)}`);
    if (query.from) filters.push(`i.service_date >= $${params.push(query.from)}::date`);
    if (query.to) filters.push(`i.service_date < $${params.push(query.to)}::date`);
    const sql = `${ROW} WHERE ${filters.join(' AND ')} ORDER BY i.id DESC LIMIT $1`;
    const rows = await this.db.read<InvoiceRow>(ctx, ACCESS, sql, params);
    const page = toPage(rows, query, (row) => [row.id]);
    return { ...page, data: page.data.map(toListedInvoiceDto) };
  }

  /** With what it prints, or would print. */
  async toDto(ctx: Ctx, row: InvoiceRow): Promise<InvoiceDto> {
    const snapshot = row.snapshot ?? (await this.snapshots.of(ctx, row));
    return { ...toListedInvoiceDto(row), printed: toPrinted(snapshot, row.currency) };
  }
}

export function toListedInvoiceDto(row: InvoiceRow): ListedInvoiceDto {
  const { currency, snapshot, edited: _, ...rest } = row;
  const money = (amount: number): MoneyDto => ({ amount, currency });
  const tax = (one: TaxAmount) => ({ ...one, amount: money(one.amount) });
  const adjusted = row.status === 'void' ? row.total : 0;
  return {
    ...rest,
    number: row.number === null ? null : printedNumber(row.number),
    lines: row.lines.map(({ earlier: _, ...line }) => ({
      ...line,
      unitPrice: money(line.unitPrice),
      net: money(line.net),
      taxes: line.taxes.map(tax),
    })),
    taxes: totals(row.lines).taxes.map(tax),
    subtotal: money(row.subtotal),
    tax: money(row.tax),
    total: money(row.total),
    paid: money(row.paid),
    adjusted: money(adjusted),
    open: money(row.status === 'draft' ? 0 : open({ invoiced: row.total, paid: row.paid, adjusted })),
    // What was paid was issued before, and has kept its place.
    payments: snapshot ? row.payments.map((payment) => toPaymentFacts(payment, { currency, timeZone: printedZone(snapshot) })) : [],
    printed: snapshot && toPrinted(snapshot, currency),
  };
}

function toPrinted(snapshot: InvoiceSnapshot, currency: Currency): InvoicePrintedDto {
  const { clinic, location, patient, practitioner, appointment } = snapshot;
  const { name, phone, email, taxNumbers } = clinic;
  return {
    clinic: { name, phone, email, country: printedCountry(snapshot, currency), taxNumbers },
    location: { name: location.name, lines: location.lines },
    patientName: patient.name,
    practitioner: { ...practitioner, titleIn: practitioner.titleIn ?? null, collegeIn: practitioner.collegeIn ?? null },
    appointment,
  };
}
