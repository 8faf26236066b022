import { INVOICEABLE_STATUSES, type Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { NotesService } from '../clinical/index.js';
import { assertVersion, type Ctx, Db, type IfMatchValue, type TxCtx, violatedConstraint } from '../platform/index.js';
import { AppointmentsService } from '../scheduling/index.js';
import {
  InvoicePaidError,
  InvoiceStateError,
  NoteNotSignedError,
  NoteWithoutAppointmentError,
  AppointmentHasInvoiceError,
  AppointmentNotArrivedError,
} from './billing.errors.js';
import { InvoiceDrafts } from './invoice-drafts.js';
import { InvoiceIssuer } from './invoice-issuer.js';
import type { InvoiceDto, InvoicesQuery, InvoiceAppointmentDto, ListedInvoiceDto, UpdateDraftDto, VoidInvoiceDto } from './invoices.dto.js';
import { InvoiceRecords } from './invoice-records.js';
import type { InvoiceRow } from './invoice-row.js';

export interface InvoicedAppointment {
  invoice: InvoiceDto;
  /** False where the appointment had its invoice already. */
  created: boolean;
}

/** The index that lets an appointment have one live invoice. */
const ONE_OF_APPOINTMENT = 'invoice_of_appointment';

@Injectable()
export class InvoicesService {
  constructor(
    private readonly db: Db,
    private readonly appointments: AppointmentsService,
    private readonly notes: NotesService,
    private readonly drafts: InvoiceDrafts,
    private readonly issuer: InvoiceIssuer,
    private readonly records: InvoiceRecords,
  ) {}

  /** The invoice of the appointment that a signed note documents; the same one if the appointment was invoiced before. */
  async fromNote(ctx: Ctx, noteId: string, dto: InvoiceAppointmentDto): Promise<InvoicedAppointment> {
    const note = await this.notes.get(ctx, noteId);
    if (!note.appointmentId) throw new NoteWithoutAppointmentError();
    if (note.status === 'draft' || note.status === 'entered_in_error') throw new NoteNotSignedError();
    return this.fromAppointment(ctx, note.appointmentId, dto);
  }

  /** One invoice an appointment, whichever way and however often it is asked for. */
  async fromAppointment(ctx: Ctx, appointmentId: string, dto: InvoiceAppointmentDto): Promise<InvoicedAppointment> {
    return this.db.tx(ctx, async (ctx) => {
      this.records.takeTurn(ctx, appointmentId);
      const appointment = await this.appointments.get(ctx, appointmentId);
      // A draft that waits is not handed out as if it could be issued.
      if (!INVOICEABLE_STATUSES.includes(appointment.status)) throw new AppointmentNotArrivedError(appointment.status);
      const before = await this.records.ofAppointment(ctx, appointmentId);
      if (before) return { invoice: await this.records.toDto(ctx, before), created: false };
      const id = await this.drafts.ofAppointment(ctx, appointment);
      // Nobody's draft: another request made the invoice while this one waited at the unique key.
      if (id && dto.draft) await this.drafts.auditNew(ctx, id, appointment);
      else if (id) await this.issuer.issue(ctx, await this.records.get(ctx, id));
      const invoice = await this.records.ofAppointment(ctx, appointmentId);
      if (!invoice) throw new InvoiceStateError('void', 'shown');
      return { invoice: await this.records.toDto(ctx, invoice), created: id !== undefined };
    });
  }

  list(ctx: Ctx, query: InvoicesQuery): Promise<Page<ListedInvoiceDto>> {
    return this.records.list(ctx, query);
  }

  async get(ctx: Ctx, id: string): Promise<InvoiceDto> {
    return this.records.toDto(ctx, await this.records.get(ctx, id));
  }

  async updateDraft(ctx: Ctx, id: string, dto: UpdateDraftDto, ifMatch: IfMatchValue): Promise<InvoiceDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.seen(ctx, id, ifMatch);
      if (row.status !== 'draft') throw new InvoiceStateError(row.status, 'changed');
      if (row.discardedAt) throw new InvoiceStateError('discarded', 'changed');
      await this.drafts.rewrite(ctx, row, dto.lines);
      return this.get(ctx, id);
    });
  }

  /** The version, where it is given, says which lines the caller saw: no others are issued. */
  async issue(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<InvoiceDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.seen(ctx, id, ifMatch);
      if (row.status === 'draft') await this.issueDraft(ctx, row);
      else if (row.status === 'void') throw new InvoiceStateError(row.status, 'issued');
      return this.get(ctx, id);
    });
  }

  async void(ctx: Ctx, id: string, { reason }: VoidInvoiceDto = {}): Promise<InvoiceDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.records.hold(ctx, id);
      if (row.paid > 0) throw new InvoicePaidError();
      if (row.status !== 'issued' && row.status !== 'paid') throw new InvoiceStateError(row.status, 'voided');
      await this.issuer.void(ctx, row, reason);
      return this.get(ctx, id);
    });
  }

  async discard(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<InvoiceDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.seen(ctx, id, ifMatch);
      if (row.status !== 'draft') throw new InvoiceStateError(row.status, 'discarded');
      if (!row.discardedAt) await this.drafts.discard(ctx, row);
      return this.get(ctx, id);
    });
  }

  /** Brings a discarded draft back, unless its appointment has another invoice by now. */
  async restore(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<InvoiceDto> {
    const bringBack = () =>
      this.db.tx(ctx, async (ctx) => {
        const row = await this.seen(ctx, id, ifMatch);
        if (row.discardedAt) {
          if (row.appointmentId) await this.refuseSecond(ctx, row.appointmentId);
          await this.drafts.restore(ctx, row, row.appointmentId ? await this.appointments.get(ctx, row.appointmentId) : undefined);
        }
        return this.get(ctx, id);
      });
    try {
      return await bringBack();
    } catch (error) {
      if (violatedConstraint(error) !== ONE_OF_APPOINTMENT) throw error;
      // Somebody billed the appointment between the look and the write: now it is there to be named, or gone again.
      return bringBack();
    }
  }

  /** @throws AppointmentHasInvoiceError */
  private async refuseSecond(ctx: TxCtx, appointmentId: string): Promise<void> {
    const other = await this.records.ofAppointment(ctx, appointmentId);
    if (other) throw new AppointmentHasInvoiceError(other.id);
  }

  /** Locked, and as the caller saw it. @throws StaleVersionError */
  private async seen(ctx: TxCtx, id: string, ifMatch: IfMatchValue): Promise<InvoiceRow> {
    const row = await this.records.hold(ctx, id);
    assertVersion(ctx, ifMatch, {
      current: await this.records.toDto(ctx, row),
      readBy: 'invoice:read',
      shows: { what: 'invoice', patientIds: [row.patientId] },
    });
    return row;
  }

  /** A draft may wait for an appointment that was un-arrived or called off; nothing is issued for one that nobody came to. */
  private async issueDraft(ctx: TxCtx, row: InvoiceRow): Promise<void> {
    if (row.discardedAt) throw new InvoiceStateError('discarded', 'issued');
    const appointment = row.appointmentId ? await this.appointments.get(ctx, row.appointmentId) : undefined;
    if (appointment && !INVOICEABLE_STATUSES.includes(appointment.status)) throw new AppointmentNotArrivedError(appointment.status);
    await this.issuer.issue(ctx, row);
  }

  /** With what it prints: as kept at issue, or of a draft as it would be kept now. */
}
