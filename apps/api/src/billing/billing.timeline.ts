import type { TimelineWords } from '../platform/index.js';

export const BILLING_TIMELINE: TimelineWords = {
  'invoice.issued': {
    en: (say) => `Invoice ${say.word('number')} issued: ${say.money('amount')}`,
    fr: (say) => `Facture ${say.word('number')} émise\u00a0: ${say.money('amount')}`,
  },
  'invoice.voided': { en: () => 'Invoice voided', fr: () => 'Facture annulée' },
  'payment.received': { en: (say) => `Paid ${say.money('amount')}`, fr: (say) => `Paiement de ${say.money('amount')}` },
  'payment.reversed': {
    en: (say) => `Payment of ${say.money('amount')} taken back`,
    fr: (say) => `Paiement de ${say.money('amount')} annulé`,
  },
};
