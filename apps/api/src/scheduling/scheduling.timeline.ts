import type { TimelineWords } from '../platform/index.js';
import { tellMove } from './appointments/move-words.js';

export const SCHEDULING_TIMELINE: TimelineWords = {
  'appointment.booked': {
    en: (say) => `Booked for ${say.time('start')}`,
    fr: (say) => `Rendez-vous pris pour le ${say.time('start')}`,
  },
  'appointment.moved': {
    en: (say, { newAddress }) => tellMove(say, 'en', newAddress === true),
    fr: (say, { newAddress }) => tellMove(say, 'fr', newAddress === true),
  },
  'appointment.confirmed': {
    en: (say) => (say.word('by') === 'patient' ? 'Confirmed by the patient' : 'Confirmed by the clinic'),
    fr: (say) => (say.word('by') === 'patient' ? 'Confirmé par le patient' : 'Confirmé par la clinique'),
    namesAppointment: true,
  },
  'appointment.arrived': { en: () => 'Arrived', fr: () => 'Arrivé', namesAppointment: true },
  'appointment.unarrived': { en: () => 'Arrival undone', fr: () => 'Arrivée annulée' },
  'appointment.started': { en: () => 'Appointment started', fr: () => 'Rendez-vous commencé' },
  'appointment.completed': { en: () => 'Appointment completed', fr: () => 'Rendez-vous terminé' },
  'appointment.reopened': { en: () => 'Appointment reopened', fr: () => 'Rendez-vous rouvert' },
  'appointment.cancelled': {
    en: (say, { late }) => `${late ? 'Cancelled late' : 'Cancelled'} by the ${say.word('by') === 'patient' ? 'patient' : 'clinic'}`,
    fr: (say, { late }) => `${late ? 'Annulé tardivement' : 'Annulé'} par ${say.word('by') === 'patient' ? 'le patient' : 'la clinique'}`,
    namesAppointment: true,
  },
  'appointment.no_show': { en: () => 'Did not come', fr: () => 'Absence', namesAppointment: true },
  'appointment.left_unseen': { en: () => 'Left without being seen', fr: () => 'Parti sans être vu' },
  'appointment.restored': {
    en: (say) => `Booked again for ${say.time('start')}`,
    fr: (say) => `Rendez-vous repris pour le ${say.time('start')}`,
  },
  'appointment.patient_told': { en: () => 'The patient was told of the change', fr: () => 'Patient prévenu du changement' },
  'appointment.patient_untold': {
    en: () => 'Not so: the patient is still to be told of the change',
    fr: () => 'Erreur\u00a0: le patient reste à prévenir du changement',
  },
  'appointment.answer_withdrawn': {
    en: () => 'An answer does not count: it came by an address that is not the patient’s any more',
    fr: () => 'Une réponse ne compte pas\u00a0: elle venait d’une adresse qui n’est plus celle du patient',
  },
};
