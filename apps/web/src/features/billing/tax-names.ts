import type { Translate } from '../../i18n/words.js';
import type { invoiceWords } from './invoice-words.js';

/** A tax by its name in the reader's language; a name that the clinic wrote itself stays as it is. */
export function taxName(name: string, t: Translate<typeof invoiceWords.en>): string {
  switch (name) {
    case 'GST':
    case 'HST':
    case 'QST':
      return t(`tax.${name}`);
    case 'GST/HST':
      return t('tax.GST_HST');
    default:
      return name;
  }
}

/** `13 %` of 13000 thousandths of a percent. */
export function percent(rate: number, locale: 'en' | 'fr'): string {
  const options = { style: 'percent', maximumFractionDigits: 3 } as const;
  return new Intl.NumberFormat(`${locale}-CA`, options).format(rate / 100_000);
}
