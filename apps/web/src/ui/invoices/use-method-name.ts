import type { PaymentMethod } from '@keel/contracts';
import { useWords } from '../../i18n/words.js';
import { useSession } from '../../session/use-session.js';
import { moneyWords } from './money-words.js';

/** How a way to pay is called in the clinic's country. */
export function useMethodName(): (method: PaymentMethod) => string {
  const t = useWords(moneyWords);
  const { clinic } = useSession();
  return (method) => (method === 'cheque' && clinic.country === 'US' ? t('check') : t(`method.${method}`));
}
