import type { Locale } from '@keel/contracts';
import { tellMove } from './timeline-move.js';
import { type Known, type Say, sayer, type TimelineData } from './timeline-say.js';

export interface TimelineRef {
  type: 'patient' | 'appointment' | 'note' | 'invoice' | 'payment' | 'message';
  id: string;
}

/** What a reader of the journey may want to see alone, and the nouns of the events that tell of it. */
const THEMES = {
  appointments: ['appointment'],
  notes: ['note'],
  money: ['invoice', 'payment'],
  messages: ['message'],
} as const satisfies Record<string, readonly TimelineRef['type'][]>;
export type TimelineTheme = keyof typeof THEMES;
export const TIMELINE_THEMES = Object.keys(THEMES) as TimelineTheme[];

/** Patterns of the kinds of a theme, for SQL's LIKE; of all of them without one. */
export function kindsOf(theme: TimelineTheme | undefined): string[] {
  return theme ? THEMES[theme].map((noun) => `${noun}.%`) : ['%'];
}

/** Kinds whose line names the appointment that they are of, which its own event told: when it was placed last before. */
export const NAMES_APPOINTMENT: readonly string[] = [
  'appointment.confirmed',
  'appointment.arrived',
  'appointment.cancelled',
  'appointment.no_show',
  'message.sent',
];

function ofAppointment(say: Say, locale: Locale, text: string): string {
  if (say.word('start') === '') return text;
  return locale === 'fr' ? `${text}\u00a0: rendez-vous du ${say.time('start')}` : `${text}: appointment of ${say.time('start')}`;
}

type Text = (data: TimelineData, say: Say) => string;

const EN: Readonly<Record<string, Text>> = {
  'patient.created': () => 'Record opened',
  'appointment.booked': (_, say) => `Booked for ${say.time('start')}`,
  'appointment.moved': (_, say) => tellMove(say, 'en'),
  'appointment.confirmed': (data, say) =>
    ofAppointment(say, 'en', data['by'] === 'patient' ? 'Confirmed by the patient' : 'Confirmed by the clinic'),
  'appointment.arrived': (_, say) => ofAppointment(say, 'en', 'Arrived'),
  'appointment.unarrived': () => 'Arrival undone',
  'appointment.started': () => 'Appointment started',
  'appointment.completed': () => 'Appointment completed',
  'appointment.reopened': () => 'Appointment reopened',
  'appointment.cancelled': (data, say) =>
    ofAppointment(say, 'en', `${data['late'] ? 'Cancelled late' : 'Cancelled'} by the ${data['by'] === 'patient' ? 'patient' : 'clinic'}`),
  'appointment.no_show': (_, say) => ofAppointment(say, 'en', 'Did not come'),
  'appointment.left_unseen': () => 'Left without being seen',
  'appointment.restored': (_, say) => `Booked again for ${say.time('start')}`,
  'appointment.patient_told': () => 'The patient was told of the change',
  'appointment.patient_untold': () => 'Not so: the patient is still to be told of the change',
  'note.started': () => 'Note started',
  'note.signed': () => 'Note signed',
  'note.amended': () => 'Addendum to the note',
  'note.entered_in_error': () => 'Note marked as entered in error',
  'invoice.issued': (_, say) => `Invoice ${say.word('number')} issued: ${say.money('amount')}`,
  'invoice.voided': () => 'Invoice voided',
  'payment.received': (_, say) => `Paid ${say.money('amount')}`,
  'payment.reversed': (_, say) => `Payment of ${say.money('amount')} taken back`,
  'message.sent': (_, say) => ofAppointment(say, 'en', `Reminded by ${say.channel}`),
  'message.delivered': (_, say) => `Message delivered by ${say.channel}`,
  'message.failed': (_, say) => `Message by ${say.channel} failed`,
  'message.unknown': (_, say) => `Message by ${say.channel}: not known whether it arrived`,
  'message.received': (_, say) => `The patient wrote by ${say.channel}`,
};

const FR: Readonly<Record<string, Text>> = {
  'patient.created': () => 'Dossier ouvert',
  'appointment.booked': (_, say) => `Rendez-vous pris pour le ${say.time('start')}`,
  'appointment.moved': (_, say) => tellMove(say, 'fr'),
  'appointment.confirmed': (data, say) =>
    ofAppointment(say, 'fr', data['by'] === 'patient' ? 'Confirmé par le patient' : 'Confirmé par la clinique'),
  'appointment.arrived': (_, say) => ofAppointment(say, 'fr', 'Arrivé'),
  'appointment.unarrived': () => 'Arrivée annulée',
  'appointment.started': () => 'Rendez-vous commencé',
  'appointment.completed': () => 'Rendez-vous terminé',
  'appointment.reopened': () => 'Rendez-vous rouvert',
  'appointment.cancelled': (data, say) =>
    ofAppointment(
      say,
      'fr',
      `${data['late'] ? 'Annulé tardivement' : 'Annulé'} par ${data['by'] === 'patient' ? 'le patient' : 'la clinique'}`,
    ),
  'appointment.no_show': (_, say) => ofAppointment(say, 'fr', 'Absence'),
  'appointment.left_unseen': () => 'Parti sans être vu',
  'appointment.restored': (_, say) => `Rendez-vous repris pour le ${say.time('start')}`,
  'appointment.patient_told': () => 'Patient prévenu du changement',
  'appointment.patient_untold': () => 'Erreur\u00a0: le patient reste à prévenir du changement',
  'note.started': () => 'Note commencée',
  'note.signed': () => 'Note signée',
  'note.amended': () => 'Addenda à la note',
  'note.entered_in_error': () => 'Note marquée comme saisie par erreur',
  'invoice.issued': (_, say) => `Facture ${say.word('number')} émise\u00a0: ${say.money('amount')}`,
  'invoice.voided': () => 'Facture annulée',
  'payment.received': (_, say) => `Paiement de ${say.money('amount')}`,
  'payment.reversed': (_, say) => `Paiement de ${say.money('amount')} annulé`,
  'message.sent': (_, say) => ofAppointment(say, 'fr', `Rappel envoyé par ${say.channel}`),
  // Not "reçu", which reads as if the patient had written it.
  'message.delivered': (_, say) => `Message livré par ${say.channel}`,
  'message.failed': (_, say) => `Échec du message par ${say.channel}`,
  'message.unknown': (_, say) => `Message par ${say.channel}\u00a0: on ne sait pas s’il est arrivé`,
  'message.received': (_, say) => `Le patient a écrit par ${say.channel}`,
};

/** Kinds that have a text; the two languages cover the same ones. */
export const SUMMARY_KINDS = { en: Object.keys(EN), fr: Object.keys(FR) };

/** One line of the journey in the reader's language. Times are those of the appointment's place, which is said where it is not the clinic's. */
export function summarize(kind: string, data: TimelineData, locale: Locale, known: Known): string {
  const text = (locale === 'fr' ? FR : EN)[kind];
  return text ? text(data, sayer(data, locale, known)) : kind;
}

/** The record an entry speaks of: the most particular id that its event carries. */
export function refOf(kind: string, data: TimelineData, patientId: string): TimelineRef {
  const type = { appointment: 'appointment', note: 'note', invoice: 'invoice', payment: 'payment', message: 'message' }[
    kind.split('.')[0] ?? ''
  ];
  const id = type ? data[`${type}Id`] : undefined;
  return typeof id === 'string' ? { type: type as TimelineRef['type'], id } : { type: 'patient', id: patientId };
}
