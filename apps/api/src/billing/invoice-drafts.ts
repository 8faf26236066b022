import { dateIn } from '@keel/calendar';
import { languageOf, nameFor, type StatedLocale } from '@keel/contracts';
import { lineOverLimit, taxLine, totals } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { LocationsService } from '../identity/index.js';
import { Audit, InvalidProblem, newId, now, prepared, type TxCtx } from '../platform/index.js';
import { type AppointmentDto, type ServiceDto, ServicesService } from '../scheduling/index.js';
import { CurrencyError, InvoiceTooLargeError } from './billing.errors.js';
import { type DraftLine, lineOf, redrawnLines, rewrittenLines } from './draft-lines.js';
import { Invoice } from './invoice.entity.js';
import type { DraftLineDto } from './invoices.dto.js';
import type { InvoiceRow } from './invoice-row.js';

const NOT_ITS_LINE = 'names no line of this draft, or one twice; leave it out for a new line';

/** Where and when, which decide the taxes. */
type Draft = Pick<InvoiceRow, 'id' | 'locationId' | 'serviceDate'>;

interface Sums {
  subtotal: number;
  tax: number;
  total: number;
}

/** Writes what a draft comes to: its lines with the taxes of their day and place, and their sums. */
@Injectable()
export class InvoiceDrafts {
  constructor(
    private readonly services: ServicesService,
    private readonly locations: LocationsService,
    private readonly audit: Audit,
  ) {}

  /** A draft with the appointment's service on it, or undefined where the appointment got an invoice in this moment. */
  async ofAppointment(ctx: TxCtx, appointment: AppointmentDto): Promise<string | undefined> {
    const service = await this.billed(ctx, appointment);
    const id = newId();
    const day = await this.dayOf(ctx, appointment);
    const made = await ctx.tx.query<unknown[]>(
      `INSERT INTO invoice (clinic_id, id, status, patient_id, practitioner_id, location_id, appointment_id, service_date, currency, subtotal, tax, total)
       VALUES ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, 0, 0, 0)
       ON CONFLICT (clinic_id, appointment_id) WHERE status <> 'void' AND discarded_at IS NULL DO NOTHING RETURNING id`,
      [
        ctx.clinicId,
        id,
        appointment.patientId,
        appointment.practitionerId,
        appointment.locationId,
        appointment.id,
        day,
        service.price.currency,
      ],
    );
    if (made.length === 0) return undefined;
    const sums = await this.writeLines(ctx, { id, locationId: appointment.locationId, serviceDate: day }, [lineOf(service, newId())]);
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id }, sums);
    return id;
  }

  /** Where the draft stays one: issuing it at once says itself that it was made. */
  async auditNew(ctx: TxCtx, id: string, { patientId }: AppointmentDto): Promise<void> {
    await this.audit.add(ctx, { what: 'invoice', action: 'create', patientId, entityId: id });
  }

  /** Replaces the lines of a draft. @throws CurrencyError, InvalidProblem for a line that it does not have, InvoiceTooLargeError */
  async rewrite(ctx: TxCtx, row: InvoiceRow, lines: readonly DraftLineDto[]): Promise<void> {
    lines.forEach((line, index) => {
      if (line.unitPrice.currency !== row.currency) throw new CurrencyError(row.currency, `/lines/${index}/unitPrice/currency`);
    });
    const unnamed = new Set(row.lines.map(({ id }) => id));
    const strange = lines.flatMap(({ id }, index) => (id === undefined || unnamed.delete(id) ? [] : [`/lines/${index}/id`]));
    if (strange.length > 0) throw new InvalidProblem(strange.map((pointer) => ({ pointer, detail: NOT_ITS_LINE })));
    const sent = lines.map((line) => ({ ...line, unitPrice: line.unitPrice.amount }));
    await this.replaceLines(ctx, row, rewrittenLines(row.lines, sent, newId), { edited: true });
    await this.auditUpdate(ctx, row);
  }

  /** The draft of an appointment that became another: dated, taxed and billed as the appointment is now. */
  async redraw(ctx: TxCtx, row: InvoiceRow, appointment: AppointmentDto): Promise<void> {
    await this.drawAnew(ctx, row, appointment);
    await this.auditUpdate(ctx, row);
  }

  private async drawAnew(ctx: TxCtx, row: InvoiceRow, appointment: AppointmentDto): Promise<void> {
    const lines = redrawnLines(row.lines, await this.billed(ctx, appointment));
    const { practitionerId, locationId } = appointment;
    await this.replaceLines(ctx, { ...row, locationId, serviceDate: await this.dayOf(ctx, appointment) }, lines, { practitionerId });
  }

  /** A draft has no number and nobody was told of it: it goes without a trace but the audit's. */
  async drop(ctx: TxCtx, { id, patientId }: InvoiceRow): Promise<void> {
    await ctx.tx.query('DELETE FROM invoice_line WHERE invoice_id = $1', [id]);
    await ctx.tx.query("DELETE FROM invoice WHERE id = $1 AND status = 'draft'", [id]);
    await this.audit.add(ctx, { what: 'invoice', action: 'delete', patientId, entityId: id });
  }

  /** Out of every list and out of its appointment's way; it can be brought back. */
  async discard(ctx: TxCtx, { id, patientId, version }: InvoiceRow): Promise<void> {
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id }, { discardedAt: now(ctx), version: version + 1 });
    await this.audit.add(ctx, { what: 'invoice', action: 'delete', patientId, entityId: id });
  }

  /** A discarded draft stands again, drawn as its appointment is now: nothing followed that while the draft was away. */
  async restore(ctx: TxCtx, row: InvoiceRow, appointment: AppointmentDto | undefined): Promise<void> {
    const { id, version } = row;
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id }, { discardedAt: null, version: version + 1 });
    if (appointment) await this.drawAnew(ctx, row, appointment);
    await this.auditUpdate(ctx, row);
  }

  /** One row for each saving of a draft: a person saves it by a button, and an appointment's change redraws it once. */
  private async auditUpdate(ctx: TxCtx, { id, patientId }: InvoiceRow): Promise<void> {
    await this.audit.add(ctx, { what: 'invoice', action: 'update', patientId, entityId: id });
  }

  /** The service of an appointment, by its name in the patient's language: what is printed is for them. A line keeps the name that it is made with. */
  private async billed(ctx: TxCtx, { serviceId, patientId }: AppointmentDto): Promise<ServiceDto> {
    const service = await this.services.get(ctx, serviceId);
    if (!service.nameIn) return service;
    const [patient] = await prepared<{ locale: StatedLocale }>(ctx, 'SELECT locale FROM patient_card WHERE id = $1', [patientId]);
    return patient ? { ...service, name: nameFor(languageOf(patient.locale), service) } : service;
  }

  /** The civil day of an appointment, by the clock of its place. */
  private async dayOf(ctx: TxCtx, appointment: AppointmentDto): Promise<string> {
    const { timeZone } = await this.locations.heldPlace(ctx, appointment.locationId);
    return dateIn(timeZone, Date.parse(appointment.start));
  }

  private async replaceLines(ctx: TxCtx, row: InvoiceRow, lines: readonly DraftLine[], change: Partial<Invoice>): Promise<void> {
    const { id, locationId, serviceDate, version } = row;
    await ctx.tx.query('DELETE FROM invoice_line WHERE invoice_id = $1', [id]);
    const sums = await this.writeLines(ctx, row, lines);
    const columns = { ...sums, ...change, locationId, serviceDate, version: version + 1 };
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id }, columns);
  }

  /** @throws InvoiceTooLargeError */
  private async writeLines(ctx: TxCtx, draft: Draft, lines: readonly DraftLine[]): Promise<Sums> {
    const { id, locationId, serviceDate } = draft;
    const place = await this.locations.heldPlace(ctx, locationId);
    const taxed = lines.map((line) => {
      const net = line.quantity * line.unitPrice;
      return { ...line, net, taxes: taxLine(net, line.taxCode, place, serviceDate) };
    });
    const over = lineOverLimit(taxed);
    if (over !== undefined) throw new InvoiceTooLargeError(over);
    for (const [position, line] of taxed.entries()) {
      await ctx.tx.query(
        `INSERT INTO invoice_line (clinic_id, id, invoice_id, position, description, service_id, quantity, unit_price, net, tax_code, taxes, earlier)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ctx.clinicId,
          line.id,
          id,
          position,
          line.description,
          line.serviceId,
          line.quantity,
          line.unitPrice,
          line.net,
          line.taxCode,
          JSON.stringify(line.taxes),
          JSON.stringify(line.earlier),
        ],
      );
    }
    const { subtotal, tax, total } = totals(taxed);
    return { subtotal, tax, total };
  }
}
