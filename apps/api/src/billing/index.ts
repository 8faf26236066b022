import { Invoice } from './invoice.entity.js';
import { CreateBilling1766000000001 } from './migrations/create-billing-1766000000001.js';

export { BillingModule } from './billing.module.js';
export { printedNumber } from './invoices.queries.js';
export { InvoicesService } from './invoices.service.js';
export { PaymentsService } from './payments.service.js';

export const BILLING_ENTITIES = [Invoice];
export const BILLING_MIGRATIONS = [CreateBilling1766000000001];
