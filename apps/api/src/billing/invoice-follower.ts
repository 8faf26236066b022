import { dateIn } from '@keel/calendar';
import { EXPECTED_STATUSES, INVOICEABLE_STATUSES } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LocationsService } from '../identity/index.js';
import type { TxCtx } from '../platform/index.js';
import { type AppointmentDto, AppointmentFollowers } from '../scheduling/index.js';
import { AppointmentInvoicedError, AppointmentPaidError } from './billing.errors.js';
import { type BilledAppointment, followStep } from './follow-step.js';
import { InvoiceDrafts } from './invoice-drafts.js';
import { InvoiceIssuer } from './invoice-issuer.js';
import { InvoiceRecords } from './invoice-records.js';
import type { InvoiceRow } from './invoice-row.js';
import { printedNumber } from './printed-number.js';

/** An invoice belongs to what it bills: when an appointment changes, its invoice does in the same transaction, or stops it. */
@Injectable()
export class InvoiceFollower implements OnModuleInit {
  constructor(
    private readonly invoices: InvoiceRecords,
    private readonly appointments: AppointmentFollowers,
    private readonly locations: LocationsService,
    private readonly drafts: InvoiceDrafts,
    private readonly issuer: InvoiceIssuer,
  ) {}

  onModuleInit(): void {
    this.appointments.register((ctx, before, after) => this.follow(ctx, before, after));
  }

  /** @throws AppointmentPaidError, AppointmentInvoicedError */
  private async follow(ctx: TxCtx, before: AppointmentDto, after: AppointmentDto): Promise<boolean> {
    if (goesOn(before, after)) return false;
    const found = await this.invoices.ofAppointment(ctx, after.id);
    if (!found) return false;
    // Whoever changes an appointment has its turn already.
    const row = await this.invoices.hold(ctx, found.id);
    if (row.status === 'void') return false;
    const step = followStep({ ...row, status: row.status }, await this.billed(ctx, before), await this.billed(ctx, after));
    return this.take(ctx, row, after, step);
  }

  private async take(ctx: TxCtx, row: InvoiceRow, appointment: AppointmentDto, step: ReturnType<typeof followStep>): Promise<boolean> {
    switch (step) {
      case 'keep':
        return false;
      case 'drop':
        await this.drafts.drop(ctx, row);
        return false;
      case 'redraw':
        await this.drafts.redraw(ctx, row, appointment);
        return false;
      case 'void':
        await this.issuer.void(ctx, row);
        return true;
      case 'refuse_paid':
        throw new AppointmentPaidError();
      case 'refuse_invoiced':
        throw new AppointmentInvoicedError(printedNumber(row.number ?? 0));
    }
  }

  private async billed(ctx: TxCtx, appointment: AppointmentDto): Promise<BilledAppointment> {
    const { timeZone } = await this.locations.heldPlace(ctx, appointment.locationId);
    return { ...appointment, day: dateIn(timeZone, Date.parse(appointment.start)) };
  }
}

/** Arriving, beginning and ending an appointment touch nothing that is billed; most changes are of these. */
function goesOn(before: AppointmentDto, after: AppointmentDto): boolean {
  const sameTimes = before.timeVersion === after.timeVersion && before.serviceId === after.serviceId;
  const same = sameTimes && before.practitionerId === after.practitionerId;
  const stillExpected = EXPECTED_STATUSES.includes(before.status) && EXPECTED_STATUSES.includes(after.status);
  return same && (INVOICEABLE_STATUSES.includes(after.status) || stillExpected);
}
