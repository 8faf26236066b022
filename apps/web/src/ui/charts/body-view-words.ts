import { defineWords } from '../../i18n/words.js';

export const bodyViewWords = defineWords(
  'body-views',
  {
    front: 'Front',
    back: 'Back',
    left: 'Left side',
    right: 'Right side',
    feet_top: 'Feet from above',
    feet_sole: 'Soles of the feet',
    hands_back: 'Backs of the hands',
    hands_palm: 'Palms of the hands',
  },
  {
    front: 'Face',
    back: 'Dos',
    left: 'Côté gauche',
    right: 'Côté droit',
    feet_top: 'Dessus des pieds',
    feet_sole: 'Plante des pieds',
    hands_back: 'Dos des mains',
    hands_palm: 'Paume des mains',
  },
);
