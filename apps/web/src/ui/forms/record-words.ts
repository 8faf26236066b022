import { defineWords } from '../../i18n/words.js';

export const recordWords = defineWords(
  'record',
  {
    theirs: 'Somebody changed this in the meantime. Your words are still here; saving now keeps them over these:',
    replaced: 'Somebody changed this in the meantime. Save again to put yours in its place, or cancel to see theirs.',
    merged: 'Somebody changed other parts of this in the meantime. Save again: both changes stay.',
    theirValue: '{{label}}: {{value}}',
    empty: 'empty',
    check: 'This cannot be saved as it is. The reason and what to do stand in the red notice.',
  },
  {
    theirs:
      'Quelqu’un a modifié ceci entre-temps. Ce que vous avez saisi est toujours là ; enregistrer maintenant le mettra à la place de ceci :',
    replaced: 'Quelqu’un a modifié ceci entre-temps. Enregistrez de nouveau pour mettre le vôtre à la place, ou annulez pour voir le sien.',
    merged: 'Quelqu’un a modifié d’autres parties entre-temps. Enregistrez de nouveau : les deux changements resteront.',
    theirValue: '{{label}} : {{value}}',
    empty: 'vide',
    check: 'Impossible d’enregistrer ceci tel quel. La raison et la marche à suivre figurent dans l’avis en rouge.',
  },
);
