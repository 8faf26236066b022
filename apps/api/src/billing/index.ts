import { DateAndAddressPostings2026113016550 } from './migrations/2026-11-30-1655-date-and-address-postings.js';
import { TellBalancesByVersion2026113016560 } from './migrations/2026-11-30-1656-tell-balances-by-version.js';
import { PublishInvoiceCard2026113016430 } from './migrations/2026-11-30-1643-publish-invoice-card.js';
import { Invoice } from './invoice.entity.js';
import { CreateBilling1766000000001 } from './migrations/create-billing-1766000000001.js';
import { DiscardDrafts1795924800417 } from './migrations/discard-drafts-1795924800417.js';
import { IndexWhatIsListed1766000000003 } from './migrations/index-what-is-listed-1766000000003.js';
import { KeepWhatWasTyped1795893101641 } from './migrations/keep-what-was-typed-1795893101641.js';
import { LetDraftsGo1795854968195 } from './migrations/let-drafts-go-1795854968195.js';
import { NameAppointmentsInSnapshots2026113012400 } from './migrations/2026-11-30-1240-name-appointments-in-snapshots.js';
import { SayWhyVoided1766000000004 } from './migrations/say-why-voided-1766000000004.js';
import { TakePaymentsBack1795940902092 } from './migrations/take-payments-back-1795940902092.js';
import { TellWhatIsOpen1766000000002 } from './migrations/tell-what-is-open-1766000000002.js';

export { BillingModule } from './billing.module.js';
export { printedNumber } from './printed-number.js';
export { InvoicesService } from './invoices.service.js';
export { PaymentsService } from './payments.service.js';

export const BILLING_ENTITIES = [Invoice];
export const BILLING_MIGRATIONS = [
  CreateBilling1766000000001,
  TellWhatIsOpen1766000000002,
  IndexWhatIsListed1766000000003,
  SayWhyVoided1766000000004,
  LetDraftsGo1795854968195,
  KeepWhatWasTyped1795893101641,
  DiscardDrafts1795924800417,
  TakePaymentsBack1795940902092,
  NameAppointmentsInSnapshots2026113012400,
  PublishInvoiceCard2026113016430,
  DateAndAddressPostings2026113016550,
  TellBalancesByVersion2026113016560,
];
