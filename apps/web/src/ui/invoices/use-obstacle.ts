import type { Permission } from '@keel/contracts';
import { useWords } from '../../i18n/words.js';
import { useCan } from '../../session/use-session.js';
import type { ListedInvoice } from '../../data/invoices.js';
import { type InvoiceAction, obstacleTo } from '../../data/invoice-state.js';
import { moneyWords } from './money-words.js';

const NEEDS: Record<InvoiceAction, Permission> = {
  edit: 'invoice:write',
  issue: 'invoice:write',
  discard: 'invoice:write',
  pay: 'payment:write',
  void: 'invoice:write',
  print: 'invoice:read',
};

/** Why somebody cannot do this to an invoice, in words to stand beside the button; undefined where they can. */
export function useObstacleText(action: InvoiceAction, invoice: ListedInvoice): string | undefined {
  const t = useWords(moneyWords);
  const can = useCan();
  const obstacle = obstacleTo(action, invoice);
  if (obstacle) return t(`obstacle.${obstacle}`);
  return can(NEEDS[action]) ? undefined : t('obstacle.right');
}
