import { isKeptDay } from '@keel/calendar';
import type { InvoicesAsked } from '../../data/invoices.js';
import { isId } from '../../staff-search.js';

/** Which invoices the list shows; without one of them, those on which something is open. */
export const SHOWN_STATES = ['open', 'paid', 'draft', 'void', 'discarded', 'all'] as const;

export type BillingSearch = InvoicesAsked;

/** Whatever stands in the address: what is no state, no day and no id is left out. */
export function readBillingSearch({ state, from, to, patient }: Record<string, unknown>): BillingSearch {
  const known = SHOWN_STATES.find((one) => one === state);
  return {
    ...(known && { state: known }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(isId(patient) && { patient }),
  };
}

const isDay = (value: unknown): value is string => isKeptDay(value);
