import { defineWords, type TextsOf, hasWord } from '../../../i18n/words.js';

/** What each listener of the API does, by its name. */
export const taskWords = defineWords('tasks', {
  en: () => import('./task-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./task-words.fr.json', { with: { type: 'json' } }),
});

export type Task = keyof TextsOf<typeof taskWords>;
export const isTask = (listener: string): listener is Task => hasWord(taskWords, listener);
