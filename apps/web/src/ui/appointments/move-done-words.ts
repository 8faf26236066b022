import { defineWords } from '../../i18n/words.js';

// Of its own: the words of the panel are not fetched with the schedule.
export const moveDoneWords = defineWords(
  'moveDone',
  {
    left: {
      practitioner: 'It cannot go back: {{name}} takes no appointments any more.',
      location: 'It cannot go back: {{name}} is not in use any more.',
    },
  },
  {
    left: {
      practitioner: 'Il ne peut pas y revenir\u00a0: {{name}} ne prend plus de rendez-vous.',
      location: 'Il ne peut pas y revenir\u00a0: {{name}} n’est plus utilisé.',
    },
  },
);
