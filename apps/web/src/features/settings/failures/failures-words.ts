import { defineWords } from '../../../i18n/words.js';

export const failuresWords = defineWords(
  'failures',
  {
    lead: 'What Keel was to do after something happened and could not, after several tries. Start it again once the cause is mended; nothing is done twice.',
    list: 'Failed tasks',
    empty: 'Nothing has failed.',
    details: '{{error}} · {{count}} tries · {{when}}',
    replay: 'Start again',
    replayOf: 'Start again: {{task}}',
    replayed: 'It was started again. If it fails once more, a newer entry shows here.',
    again: 'Started again {{when}}',
  },
  {
    lead: 'Ce que Keel devait faire à la suite d’un événement et n’a pas pu, après plusieurs essais. Relancez une fois la cause réglée ; rien ne se fait deux fois.',
    list: 'Tâches échouées',
    empty: 'Rien n’a échoué.',
    details: '{{error}} · {{count}} essais · {{when}}',
    replay: 'Relancer',
    replayOf: 'Relancer {{task}}',
    replayed: 'C’est relancé. Si l’échec se répète, une entrée plus récente apparaît ici.',
    again: 'Relancée {{when}}',
  },
);
