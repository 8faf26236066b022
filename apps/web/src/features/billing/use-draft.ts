import { useState } from 'react';
import { missingRates } from '@keel/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { toastDone } from '../../ui/toasts.js';
import { locationsQuery } from '../../data/locations.js';
import { type Invoice, invoiceQuery, useIssue, useUpdateDraft } from '../../data/invoices.js';
import { useSession } from '../../session/use-session.js';
import { draftLines, draftTotals, isChanged, taxPlace, type TypedLine, typedLines } from './draft-lines.js';
import { invoiceWords } from './invoice-words.js';

/** A draft while it is edited; issuing saves first what was typed, so that nothing else is issued than what is seen. */
export function useDraft(invoice: Invoice) {
  const t = useWords(invoiceWords);
  const { locale } = useFormat();
  const queries = useQueryClient();
  const [lines, setLines] = useState(() => typedLines(invoice, locale));
  // The version that the lines were read from: another's change in between is a conflict, not overwritten.
  const [base, setBase] = useState(invoice);
  const [shown, setShown] = useState(false);
  const [update, issue] = [useUpdateDraft(), useIssue()];
  const changed = isChanged(lines, base, locale);
  const show = (now: Invoice) => {
    setBase(now);
    setLines(typedLines(now, locale));
  };
  // An appointment that changed has drawn its draft anew: where nothing is typed, that is seen, and what is issued is what is seen.
  if (!changed && invoice.version > base.version) show(invoice);
  const take = (now: Invoice) => {
    show(now);
    setShown(false);
    update.reset();
    issue.reset();
  };
  const put = async (): Promise<Invoice | undefined> => {
    setShown(true);
    const read = draftLines(lines, base.total.currency, locale);
    if (!read) return undefined;
    const saved = await update.mutateAsync({ invoice: base, lines: read }).catch(() => undefined);
    if (saved) take(saved);
    return saved;
  };
  const taxed = useTaxed(lines, base);
  return {
    lines,
    changed,
    shown,
    ...taxed,
    saving: update.isPending,
    issuing: issue.isPending,
    busy: update.isPending || issue.isPending,
    error: update.error ?? issue.error,
    change: (key: string, change: Partial<TypedLine>) =>
      setLines((now) => now.map((line) => (line.key === key ? { ...line, ...change } : line))),
    add: () => setLines((now) => [...now, { ...EMPTY, key: crypto.randomUUID(), taxCode: now.at(-1)?.taxCode ?? 'exempt' }]),
    remove: (key: string) => setLines((now) => now.filter((line) => line.key !== key)),
    discard: async () => take(await queries.fetchQuery({ ...invoiceQuery(invoice.id), staleTime: 0 }).catch(() => base)),
    save: async () => (await put()) && toastDone(t('saved')),
    issue: async () => {
      const seen = changed ? await put() : base;
      if (!seen) return;
      const issued = await issue.mutateAsync(seen).catch(() => undefined);
      if (issued) toastDone(t('issuedDone', { number: issued.number ?? '' }));
      // Another was quicker: what is there now is shown, beside why nothing was issued.
      else void queries.invalidateQueries({ queryKey: invoiceQuery(invoice.id).queryKey });
    },
  };
}

/** What the lines come to, by the taxes of where and when the appointment was. */
function useTaxed(lines: readonly TypedLine[], { locationId, serviceDate, total }: Invoice) {
  const { locale } = useFormat();
  const { clinic } = useSession();
  const { data: locations } = useQuery(locationsQuery);
  const place = taxPlace(locations, locationId, clinic);
  const { taxes, ...sums } = draftTotals(lines, locale, place, serviceDate);
  const money = (amount: number) => ({ amount, currency: total.currency });
  return {
    sums: {
      subtotal: money(sums.subtotal),
      total: money(sums.total),
      taxes: taxes.map((tax) => ({ ...tax, amount: money(tax.amount) })),
    },
    /** The day from which rates are known, where a line is taxable on a day before: the draft is kept, and not issued. */
    ratesFrom: missingRates(lines, place, serviceDate),
  };
}

const EMPTY: Omit<TypedLine, 'key' | 'id' | 'taxCode'> = { description: '', quantity: '1', price: '' };
