import { Global, Module } from '@nestjs/common';
import { TimelineWording } from '../platform/index.js';
import { BILLING_TIMELINE } from './billing.timeline.js';
import { BalancesController } from './balances.controller.js';
import { BalancesService } from './balances.service.js';
import { BillingDependents } from './billing.dependents.js';
import { InvoiceDrafts } from './invoice-drafts.js';
import { InvoiceFollower } from './invoice-follower.js';
import { InvoiceIssuer } from './invoice-issuer.js';
import { InvoiceRecords } from './invoice-records.js';
import { InvoicesController } from './invoices.controller.js';
import { InvoicesService } from './invoices.service.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerService } from './ledger.service.js';
import { PaymentRecords } from './payment-records.js';
import { PaymentReversals } from './payment-reversals.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsService } from './payments.service.js';
import { ReceiptsService } from './receipts.service.js';
import { SnapshotSource } from './snapshot-source.js';
import { AppointmentInvoices } from './appointment-invoices.js';

/**
 * What an appointment costs and who paid. Owns: invoice, line, payment, allocation, reversal, journal entry, posting. Emits invoice.issued,
 * invoice.voided, invoice.balance_changed, payment.received, payment.reversed; listens to invoice.balance_changed for what an
 * appointment shows of its invoices; follows changes of appointments.
 */
@Global()
@Module({
  controllers: [BalancesController, InvoicesController, LedgerController, PaymentsController],
  providers: [
    BalancesService,
    BillingDependents,
    InvoiceDrafts,
    InvoiceFollower,
    InvoiceIssuer,
    InvoiceRecords,
    InvoicesService,
    LedgerService,
    PaymentRecords,
    PaymentReversals,
    PaymentsService,
    ReceiptsService,
    SnapshotSource,
    AppointmentInvoices,
  ],
  exports: [InvoicesService, PaymentsService],
})
export class BillingModule {
  constructor(timeline: TimelineWording) {
    timeline.add(BILLING_TIMELINE);
  }
}
