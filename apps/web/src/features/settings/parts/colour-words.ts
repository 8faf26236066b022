import { defineWords } from '../../../i18n/words.js';

export const colourWords = defineWords(
  'colour',
  {
    green: 'Green',
    blue: 'Blue',
    plum: 'Plum',
    ochre: 'Ochre',
    violet: 'Violet',
    teal: 'Teal',
    brick: 'Brick',
    olive: 'Olive',
    brown: 'Brown',
    slate: 'Slate',
  },
  {
    green: 'Vert',
    blue: 'Bleu',
    plum: 'Prune',
    ochre: 'Ocre',
    violet: 'Violet',
    teal: 'Sarcelle',
    brick: 'Brique',
    olive: 'Olive',
    brown: 'Brun',
    slate: 'Ardoise',
  },
);
