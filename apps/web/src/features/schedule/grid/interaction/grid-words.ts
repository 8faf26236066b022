import { defineWords } from '../../../../i18n/words.js';

export const gridWords = defineWords(
  'grid',
  {
    moved: '{{name}}: now {{when}}',
    given: '{{name}}: now {{when}}, {{practitioner}}',
    at: '{{from}} to {{to}}, {{practitioner}}, {{day}}',
    otherProfession:
      'This appointment’s service is of another profession. Drop it with a colleague of the same one, or change the service first.',
    begun: 'This appointment has begun or is over and cannot be moved.',
    refused: 'The appointment stays where it was',
    leave: 'Leave it where it was',
    help: 'Alt and arrow keys move an appointment, with Shift its length; let go of Alt to put it down, or press Escape.',
  },
  {
    moved: '{{name}} : maintenant {{when}}',
    given: '{{name}} : maintenant {{when}}, {{practitioner}}',
    at: 'De {{from}} à {{to}}, {{practitioner}}, {{day}}',
    otherProfession:
      'Le service de ce rendez-vous relève d’une autre profession. Déposez-le chez un collègue de la même, ou changez d’abord de service.',
    begun: 'Ce rendez-vous a commencé ou est passé et ne peut pas être déplacé.',
    refused: 'Le rendez-vous reste où il était',
    leave: 'Le laisser où il était',
    help: 'Alt et les flèches déplacent un rendez-vous, avec Maj sa durée ; relâchez Alt pour le poser, ou appuyez sur Échap.',
  },
);
