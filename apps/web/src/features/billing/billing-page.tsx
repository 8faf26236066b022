import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { PageTitle } from '../../ui/title.js';
import { BillingFilters } from './billing-filters.js';
import type { BillingSearch } from './billing-search.js';
import { billingWords } from './billing-words.js';
import { InvoiceList } from './invoice-list.js';
import { ToInvoice } from './to-invoice.js';

const route = getRouteApi('/staff/billing');

/** What still needs an invoice, and every invoice there is. */
export function BillingPage() {
  const t = useWords(billingWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (some: Partial<BillingSearch>) => void navigate({ search: (now) => ({ ...now, ...some }), replace: true });
  return (
    <Stack p="md" gap="lg">
      <PageTitle text={t('title')} />
      <ToInvoice />
      <Stack component="section" aria-label={t('list')} gap="sm">
        <BillingFilters search={search} onChange={change} />
        <InvoiceList search={search} />
      </Stack>
    </Stack>
  );
}
