import { defineWords } from '../../i18n/words.js';

export const journeyWords = defineWords(
  'journey',
  {
    title: 'Journey',
    filter: 'What to show',
    theme: { all: 'Everything', appointments: 'Appointments', notes: 'Notes', money: 'Money', messages: 'Messages' },
    today: 'Today',
    yesterday: 'Yesterday',
    more: 'Show earlier',
    start: 'This is where the journey begins.',
    noneTitle: 'Nothing has happened yet',
    none: 'Appointments, notes, invoices, payments and messages will stand here in one line, newest first.',
    noneOf: 'There is nothing of this kind yet.',
    open: { appointment: 'open the appointment', note: 'open the note', invoice: 'open the invoice', message: 'open the messages' },
  },
  {
    title: 'Parcours',
    filter: 'Quoi montrer',
    theme: { all: 'Tout', appointments: 'Rendez-vous', notes: 'Notes', money: 'Argent', messages: 'Messages' },
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    more: 'Voir plus ancien',
    start: 'Ici commence le parcours.',
    noneTitle: 'Rien ne s’est encore passé',
    none: 'Rendez-vous, notes, factures, paiements et messages se suivront ici, du plus récent au plus ancien.',
    noneOf: 'Il n’y a encore rien de ce genre.',
    open: {
      appointment: 'ouvrir le rendez-vous',
      note: 'ouvrir la note',
      invoice: 'ouvrir la facture',
      message: 'ouvrir les messages',
    },
  },
);
