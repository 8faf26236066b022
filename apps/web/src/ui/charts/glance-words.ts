import { defineWords } from '../../i18n/words.js';

export const glanceWords = defineWords(
  'chart-glance',
  {
    title: 'Chart',
    alerts: 'Alerts',
    allergies: 'Allergies',
    noAllergies: 'None recorded',
    severe: 'severe',
    problems: 'Problems',
    noProblems: 'None recorded',
    medications: 'Medications',
    noMedications: 'None recorded',
    openBy: {
      override: 'Open to you until {{when}}, for the reason that you gave. It will be reviewed.',
      own_booking:
        'Open to you until {{when}}, since you booked the appointment for yourself, or somebody you brought into the clinic did. It will be reviewed.',
    },
  },
  {
    title: 'Dossier',
    alerts: 'Alertes',
    allergies: 'Allergies',
    noAllergies: 'Aucune inscrite',
    severe: 'grave',
    problems: 'Problèmes',
    noProblems: 'Aucun inscrit',
    medications: 'Médicaments',
    noMedications: 'Aucun inscrit',
    openBy: {
      override: 'Ouvert pour vous jusqu’à {{when}}, pour le motif que vous avez donné. Ce sera vérifié.',
      own_booking:
        'Ouvert pour vous jusqu’au {{when}}, parce que vous vous êtes donné ce rendez-vous, ou que quelqu’un que vous avez fait entrer à la clinique vous l’a donné. Ce sera vérifié.',
    },
  },
);
