import { useWords } from '../../i18n/words.js';
import { type Tone, ToneBadge } from '../../ui/tone-badge.js';
import type { Invoice } from '../../data/invoices.js';
import { type Standing, standingOf } from '../../data/invoice-state.js';
import { moneyWords } from '../../ui/invoices/money-words.js';

const TONES: Record<Standing, Tone> = {
  draft: 'amber',
  held: 'grey',
  discarded: 'grey',
  open: 'amber',
  partly: 'amber',
  paid: 'green',
  void: 'grey',
};

/** How an invoice stands, in a word. */
export function StandingBadge({ invoice }: { invoice: Pick<Invoice, 'status' | 'appointmentStatus' | 'discardedAt' | 'paid'> }) {
  const t = useWords(moneyWords);
  const standing = standingOf(invoice);
  return <ToneBadge tone={TONES[standing]}>{t(`standing.${standing}`)}</ToneBadge>;
}
