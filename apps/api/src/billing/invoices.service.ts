import { dateIn } from '@keel/calendar';
import { INVOICEABLE_STATUSES, type Page } from '@keel/contracts';
import { taxLine, totals } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { NotesService } from '../clinical/index.js';
import { ClinicsService } from '../identity/index.js';
import { assertVersion, type Ctx, Db, type IfMatchValue, newId, type TxCtx } from '../platform/index.js';
import { type AppointmentDto, AppointmentsService, ServicesService } from '../scheduling/index.js';
import {
  CurrencyError,
  InvoicePaidError,
  InvoiceStateError,
  NoteNotSignedError,
  NoteWithoutVisitError,
  VisitNotArrivedError,
} from './billing.errors.js';
import { Invoice } from './invoice.entity.js';
import { InvoiceIssuer } from './invoice-issuer.js';
import type { DraftLineDto, InvoiceDto, InvoicesQuery, InvoiceVisitDto, UpdateDraftDto, VoidInvoiceDto } from './invoices.dto.js';
import { findInvoiceOfVisit, listInvoices, readInvoice, toInvoiceDto } from './invoices.queries.js';

export interface InvoicedVisit {
  invoice: InvoiceDto;
  /** False where the visit had its invoice already. */
  created: boolean;
}

interface PricedLine {
  description: string;
  serviceId: string | null;
  quantity: number;
  unitPrice: number;
  taxCode: DraftLineDto['taxCode'];
}

@Injectable()
export class InvoicesService {
  constructor(
    private readonly db: Db,
    private readonly appointments: AppointmentsService,
    private readonly notes: NotesService,
    private readonly services: ServicesService,
    private readonly clinics: ClinicsService,
    private readonly issuer: InvoiceIssuer,
  ) {}

  /** The invoice of the visit that a signed note documents; the same one if the visit was invoiced before. */
  async fromNote(ctx: Ctx, noteId: string, dto: InvoiceVisitDto): Promise<InvoicedVisit> {
    const note = await this.notes.get(ctx, noteId);
    if (!note.appointmentId) throw new NoteWithoutVisitError();
    if (note.status === 'draft' || note.status === 'entered_in_error') throw new NoteNotSignedError();
    return this.fromVisit(ctx, note.appointmentId, dto);
  }

  /** One invoice a visit, whichever way and however often it is asked for. */
  async fromVisit(ctx: Ctx, appointmentId: string, dto: InvoiceVisitDto): Promise<InvoicedVisit> {
    return this.db.tx(ctx, async (ctx) => {
      const visit = await this.appointments.get(ctx, appointmentId);
      const before = await findInvoiceOfVisit(this.db, ctx, appointmentId);
      if (before) return { invoice: toInvoiceDto(before), created: false };
      if (!INVOICEABLE_STATUSES.includes(visit.status)) throw new VisitNotArrivedError(visit.status);
      const id = await this.draftOf(ctx, visit);
      // Nobody's draft: another request made the invoice while this one waited at the unique key.
      if (id && !dto.draft) await this.issuer.issue(ctx, await readInvoice(this.db, ctx, id));
      const invoice = await findInvoiceOfVisit(this.db, ctx, appointmentId);
      if (!invoice) throw new InvoiceStateError('void', 'shown');
      return { invoice: toInvoiceDto(invoice), created: id !== undefined };
    });
  }

  list(ctx: Ctx, query: InvoicesQuery): Promise<Page<InvoiceDto>> {
    return listInvoices(this.db, ctx, query);
  }

  async get(ctx: Ctx, id: string): Promise<InvoiceDto> {
    return toInvoiceDto(await readInvoice(this.db, ctx, id));
  }

  async updateDraft(ctx: Ctx, id: string, dto: UpdateDraftDto, ifMatch: IfMatchValue): Promise<InvoiceDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.issuer.lock(ctx, id);
      assertVersion(ifMatch, row.version, toInvoiceDto(row));
      if (row.status !== 'draft') throw new InvoiceStateError(row.status, 'changed');
      dto.lines.forEach((line, index) => {
        if (line.unitPrice.currency !== row.currency) throw new CurrencyError(row.currency, `/lines/${index}/unitPrice/currency`);
      });
      await ctx.tx.query('DELETE FROM invoice_line WHERE invoice_id = $1', [id]);
      const lines = dto.lines.map((line) => ({ ...line, unitPrice: line.unitPrice.amount, serviceId: null }));
      const sums = await this.writeLines(ctx, id, row.serviceDate, lines);
      await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id }, { ...sums, version: row.version + 1 });
      return this.get(ctx, id);
    });
  }

  async issue(ctx: Ctx, id: string): Promise<InvoiceDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.issuer.lock(ctx, id);
      if (row.status === 'draft') await this.issuer.issue(ctx, row);
      else if (row.status === 'void') throw new InvoiceStateError(row.status, 'issued');
      return this.get(ctx, id);
    });
  }

  async void(ctx: Ctx, id: string, { reason }: VoidInvoiceDto = {}): Promise<InvoiceDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.issuer.lock(ctx, id);
      if (row.paid > 0) throw new InvoicePaidError();
      if (row.status !== 'issued' && row.status !== 'paid') throw new InvoiceStateError(row.status, 'voided');
      await this.issuer.void(ctx, row, reason);
      return this.get(ctx, id);
    });
  }

  /** Takes back the unpaid invoice of a visit whose arrival was a mistake; undefined where there is none. */
  async voidUnpaidOfVisit(ctx: TxCtx, appointmentId: string): Promise<void> {
    const found = await findInvoiceOfVisit(this.db, ctx, appointmentId);
    if (!found) return;
    const row = await this.issuer.lock(ctx, found.id);
    if (row.status === 'issued' && row.paid === 0) await this.issuer.void(ctx, row);
  }

  /** A draft with the visit's service on it, or undefined where the visit got an invoice in this moment. */
  private async draftOf(ctx: TxCtx, visit: AppointmentDto): Promise<string | undefined> {
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
