import { defineWords } from '../../i18n/words.js';

export const professionWords = defineWords(
  'profession',
  {
    label: 'Profession',
    name: {
      physiotherapist: 'Physiotherapist',
      massage_therapist: 'Massage therapist',
      foot_care_nurse: 'Foot care nurse',
      occupational_therapist: 'Occupational therapist',
      counsellor: 'Counsellor',
    },
    field: {
      physiotherapist: 'Physiotherapy',
      massage_therapist: 'Massage therapy',
      foot_care_nurse: 'Foot care',
      occupational_therapist: 'Occupational therapy',
      counsellor: 'Counselling',
    },
    us: {
      name: { physiotherapist: 'Physical therapist', counsellor: 'Counselor' },
      field: { physiotherapist: 'Physical therapy', counsellor: 'Counseling' },
    },
  },
  {
    label: 'Profession',
    name: {
      physiotherapist: 'Physiothérapeute',
      massage_therapist: 'Massothérapeute',
      foot_care_nurse: 'Infirmière en soins des pieds',
      occupational_therapist: 'Ergothérapeute',
      counsellor: 'Conseillère ou conseiller',
    },
    field: {
      physiotherapist: 'Physiothérapie',
      massage_therapist: 'Massothérapie',
      foot_care_nurse: 'Soins des pieds',
      occupational_therapist: 'Ergothérapie',
      counsellor: 'Counseling',
    },
    us: {
      name: { physiotherapist: 'Physiothérapeute', counsellor: 'Conseillère ou conseiller' },
      field: { physiotherapist: 'Physiothérapie', counsellor: 'Counseling' },
    },
  },
);
