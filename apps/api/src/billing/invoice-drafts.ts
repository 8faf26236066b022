import { dateIn } from '@keel/calendar';
import { lineOverLimit, taxLine, totals } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../identity/index.js';
import { newId, type TxCtx } from '../platform/index.js';
import { type AppointmentDto, ServicesService } from '../scheduling/index.js';
import { CurrencyError, InvoiceTooLargeError } from './billing.errors.js';
import { Invoice } from './invoice.entity.js';
import type { DraftLineDto } from './invoices.dto.js';
import type { InvoiceRow } from './invoices.queries.js';

interface PricedLine {
  description: string;
  serviceId: string | null;
  quantity: number;
  unitPrice: number;
  taxCode: DraftLineDto['taxCode'];
}

/** Writes what a draft comes to: its lines with the taxes of their day, and their sums. */
@Injectable()
export class InvoiceDrafts {
  constructor(
    private readonly services: ServicesService,
    private readonly clinics: ClinicsService,
  ) {}

  /** A draft with the visit's service on it, or undefined where the visit got an invoice in this moment. */
  async ofVisit(ctx: TxCtx, visit: AppointmentDto): Promise<string | undefined> {
    const [service, clinic] = [await this.services.get(ctx, visit.serviceId), await this.clinics.get(ctx)];
    const id = newId();
    const day = dateIn(clinic.timeZone, Date.parse(visit.start));
    const made = await ctx.tx.query<unknown[]>(
      `INSERT INTO invoice (clinic_id, id, status, patient_id, practitioner_id, location_id, appointment_id, service_date, currency, subtotal, tax, total)
       VALUES ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, 0, 0, 0)
       ON CONFLICT (clinic_id, appointment_id) WHERE status <> 'void' DO NOTHING RETURNING id`,
      [ctx.clinicId, id, visit.patientId, visit.practitionerId, visit.locationId, visit.id, day, service.price.currency],
    );
    if (made.length === 0) return undefined;
    const line = {
      description: service.name,
      serviceId: visit.serviceId,
      quantity: 1,
      unitPrice: service.price.amount,
      taxCode: service.taxCode,
    };
    const sums = await this.writeLines(ctx, id, day, [line]);
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id }, sums);
    return id;
  }

  /** Replaces the lines of a draft. */
  async rewrite(ctx: TxCtx, row: InvoiceRow, lines: readonly DraftLineDto[]): Promise<void> {
    lines.forEach((line, index) => {
      if (line.unitPrice.currency !== row.currency) throw new CurrencyError(row.currency, `/lines/${index}/unitPrice/currency`);
    });
    await ctx.tx.query('DELETE FROM invoice_line WHERE invoice_id = $1', [row.id]);
    const priced = lines.map((line) => ({ ...line, unitPrice: line.unitPrice.amount, serviceId: null }));
    const sums = await this.writeLines(ctx, row.id, row.serviceDate, priced);
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id: row.id }, { ...sums, version: row.version + 1 });
  }

  /** @throws InvoiceTooLargeError */
  private async writeLines(
    ctx: TxCtx,
    id: string,
    day: string,
    lines: readonly PricedLine[],
  ): Promise<{ subtotal: number; tax: number; total: number }> {
    const place = await this.clinics.get(ctx);
    const taxed = lines.map((line) => {
      const net = line.quantity * line.unitPrice;
      return { ...line, net, taxes: taxLine(net, line.taxCode, place, day) };
    });
    const over = lineOverLimit(taxed);
    if (over !== undefined) throw new InvoiceTooLargeError(over, place.currency);
    for (const [position, line] of taxed.entries()) {
      await ctx.tx.query(
        `INSERT INTO invoice_line (clinic_id, id, invoice_id, position, description, service_id, quantity, unit_price, net, tax_code, taxes)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ctx.clinicId,
          newId(),
          id,
          position,
          line.description,
          line.serviceId,
          line.quantity,
          line.unitPrice,
          line.net,
          line.taxCode,
          JSON.stringify(line.taxes),
        ],
      );
    }
    const { subtotal, tax, total } = totals(taxed);
    return { subtotal, tax, total };
  }
}
