import { defineWords } from '../../i18n/words.js';

export const appointmentsWords = defineWords(
  'patient-appointments',
  {
    upcoming: 'Upcoming',
    past: 'Past and cancelled',
    noneUpcoming: 'No appointment is planned.',
    nonePast: 'Nobody has come yet.',
    book: 'Book an appointment',
    column: { when: 'When', service: 'Service', practitioner: 'With', status: 'State', note: 'Note', invoice: 'Invoice' },
    note: { draft: 'Draft', signed: 'Signed', amended: 'Amended', entered_in_error: 'Entered in error' },
    invoice: { issued: 'Open', part_paid: 'Partly paid', paid: 'Paid' },
    more: 'Show all {{count}}',
  },
  {
    upcoming: 'À venir',
    past: 'Passés et annulés',
    noneUpcoming: 'Aucun rendez-vous n’est prévu.',
    nonePast: 'Personne n’est encore venu.',
    book: 'Réserver un rendez-vous',
    column: { when: 'Quand', service: 'Service', practitioner: 'Avec', status: 'État', note: 'Note', invoice: 'Facture' },
    note: { draft: 'Brouillon', signed: 'Signée', amended: 'Complétée', entered_in_error: 'Saisie par erreur' },
    invoice: { issued: 'À payer', part_paid: 'Payée en partie', paid: 'Payée' },
    more: 'Voir les {{count}}',
  },
);
