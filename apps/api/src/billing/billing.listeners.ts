import type { DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { On, type TxCtx } from '../platform/index.js';
import { AppointmentsService } from '../scheduling/index.js';
import { InvoicesService } from './invoices.service.js';

@Injectable()
export class BillingListeners {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly appointments: AppointmentsService,
  ) {}

  /** An arrival that was a mistake takes its unpaid invoice with it, unless the patient arrived again in the meantime. */
  @On('appointment.unarrived')
  async voidInvoiceWhenUnarrived(ctx: TxCtx, event: DomainEvent<'appointment.unarrived'>): Promise<void> {
    const visit = await this.appointments.get(ctx, event.payload.appointmentId);
    if (!['booked', 'confirmed'].includes(visit.status)) return;
    await this.invoices.voidUnpaidOfVisit(ctx, visit.id);
  }
}
