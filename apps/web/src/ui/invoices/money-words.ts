import { defineWords } from '../../i18n/words.js';

/** How money is named on every screen: ways to pay, how an invoice stands, and why something cannot be done to it. */
export const moneyWords = defineWords(
  'money',
  {
    method: { cash: 'Cash', e_transfer: 'E-transfer', cheque: 'Cheque', terminal: 'Card', other: 'Other' },
    check: 'Check',
    standing: { draft: 'Draft', held: 'On hold', discarded: 'Discarded', open: 'Open', partly: 'Partly paid', paid: 'Paid', void: 'Void' },
    obstacle: {
      edit: {
        issued: 'An issued invoice never changes. Void it and invoice the appointment again, as long as nothing was paid.',
        paid: 'A paid invoice never changes.',
        void: 'This invoice is void.',
        discarded: 'This draft was discarded. Bring it back first.',
      },
      issue: {
        issued: 'This invoice is issued already.',
        paid: 'This invoice is issued and paid.',
        void: 'This invoice is void.',
        discarded: 'This draft was discarded. Bring it back first.',
        notArrived: 'The draft is kept, and can be issued once the patient has arrived.',
        calledOff: 'The appointment did not take place, so nothing is issued. The draft is kept as it is.',
      },
      discard: {
        issued: 'An issued invoice is not discarded: void it instead.',
        discarded: 'This draft is discarded already.',
      },
      pay: {
        draft: 'Issue the invoice first: a draft has no number to pay.',
        void: 'This invoice is void, so nothing is owed on it.',
        nothingOpen: 'Nothing is open: this invoice is paid.',
      },
      void: {
        draft: 'A draft has no number yet, so there is nothing to void. Change its lines instead.',
        void: 'This invoice is void already.',
        partPaid: 'Money was received on this invoice, so it cannot be voided. A payment taken by mistake today can be taken back.',
      },
      print: { draft: 'A draft is not printed. Issue it first.' },
      right: 'You may not do this. Ask an owner or administrator of the clinic for the right.',
    },
  },
  {
    method: { cash: 'Comptant', e_transfer: 'Virement', cheque: 'Chèque', terminal: 'Carte', other: 'Autre' },
    check: 'Chèque',
    standing: {
      draft: 'Brouillon',
      held: 'En suspens',
      discarded: 'Supprimé',
      open: 'À payer',
      partly: 'Payée en partie',
      paid: 'Payée',
      void: 'Annulée',
    },
    obstacle: {
      edit: {
        issued: 'Une facture émise ne change plus. Annulez-la et facturez de nouveau le rendez-vous, tant que rien n’a été payé.',
        paid: 'Une facture payée ne change plus.',
        void: 'Cette facture est annulée.',
        discarded: 'Ce brouillon a été supprimé. Ramenez-le d’abord.',
      },
      issue: {
        issued: 'Cette facture est déjà émise.',
        paid: 'Cette facture est émise et payée.',
        void: 'Cette facture est annulée.',
        discarded: 'Ce brouillon a été supprimé. Ramenez-le d’abord.',
        notArrived: 'Le brouillon est conservé et pourra être émis dès l’arrivée du patient.',
        calledOff: 'Le rendez-vous n’a pas eu lieu : rien n’est émis. Le brouillon est conservé tel quel.',
      },
      discard: {
        issued: 'Une facture émise ne se supprime pas : annulez-la plutôt.',
        discarded: 'Ce brouillon est déjà supprimé.',
      },
      pay: {
        draft: 'Émettez d’abord la facture : un brouillon n’a pas de numéro à payer.',
        void: 'Cette facture est annulée ; rien n’est dû.',
        nothingOpen: 'Rien à payer : cette facture est payée.',
      },
      void: {
        draft: 'Un brouillon n’a pas encore de numéro : il n’y a rien à annuler. Modifiez plutôt ses lignes.',
        void: 'Cette facture est déjà annulée.',
        partPaid:
          'De l’argent a été reçu pour cette facture ; elle ne peut donc pas être annulée. Un paiement saisi par erreur aujourd’hui peut l’être.',
      },
      print: { draft: 'Un brouillon ne s’imprime pas. Émettez-le d’abord.' },
      right: 'Vous n’avez pas ce droit. Demandez-le à une personne propriétaire ou administratrice de la clinique.',
    },
  },
);
