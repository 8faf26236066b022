import { defineWords } from '../../i18n/words.js';

export const billingWords = defineWords(
  'patient-billing',
  {
    title: 'Invoices',
    none: 'No invoices yet',
    noneLead: 'An appointment is invoiced once the patient has arrived: from the appointment, or with its note by “Sign & invoice”.',
    draft: 'Draft',
    column: { number: 'Invoice', date: 'Date of service', state: 'State', total: 'Total', open: 'Open', actions: 'Actions' },
    pay: 'Take payment',
    payFor: 'Take payment on invoice {{number}}',
    print: { invoice: 'Invoice', receipt: 'Receipt' },
    printFor: { invoice: 'Invoice {{number}} (PDF)', receipt: 'Receipt of invoice {{number}} (PDF)' },
  },
  {
    title: 'Factures',
    none: 'Aucune facture pour l’instant',
    noneLead:
      'Un rendez-vous se facture dès que le patient est arrivé : depuis le rendez-vous, ou avec la note par « Signer et facturer ».',
    draft: 'Brouillon',
    column: { number: 'Facture', date: 'Date du service', state: 'État', total: 'Total', open: 'À payer', actions: 'Actions' },
    pay: 'Encaisser',
    payFor: 'Encaisser pour la facture {{number}}',
    print: { invoice: 'Facture', receipt: 'Reçu' },
    printFor: { invoice: 'Facture {{number}} (PDF)', receipt: 'Reçu de la facture {{number}} (PDF)' },
  },
);
