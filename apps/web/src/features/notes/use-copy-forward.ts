import { useEffect } from 'react';
import { useWords } from '../../i18n/words.js';
import { toastDone } from '../../ui/toasts.js';
import { withdrawUndo } from '../../ui/undo.js';
import { type Answers, type FieldKey, type PlacedQuestion, questionsOf, sameAnswer, withAnswer } from './model/answers.js';
import { copyForward, copyOne, fits } from './model/copy-forward.js';
import type { DraftSaver } from './model/draft-saver.js';
import type { NoteTemplate } from '../../data/note-templates.js';
import { notesWords } from './notes-words.js';

export interface CopyForward {
  takes: (key: FieldKey, value: Answers[FieldKey]) => boolean;
  /** One section, or all of the note. */
  all: (last: Answers, section?: string) => void;
  one: (key: FieldKey, last: Answers) => void;
}

const COPIED = 'copied-forward';

/** Takes answers of the last note over into the draft, with a way back. */
export function useCopyForward(template: NoteTemplate, saver: DraftSaver): CopyForward {
  const t = useWords(notesWords);
  // Out of sight, the note is no longer what the last thing was done to.
  useEffect(() => () => withdrawUndo(COPIED), []);
  const questions = questionsOf(template.sections);
  const questionAt = (key: FieldKey): PlacedQuestion | undefined => questions.find((one) => one.key === key);

  const put = (copied: Answers) => {
    const keys = Object.keys(copied) as FieldKey[];
    if (keys.length === 0) return toastDone(t('last.nothing'));
    const before = saver.snapshot().answers;
    saver.editAll({ ...before, ...copied });
    const undo = () => {
      const now = saver.snapshot().answers;
      // What was typed on top of a copy stays.
      const back = keys.filter((key) => sameAnswer(now[key], copied[key]));
      saver.editAll(back.reduce((rest, key) => withAnswer(rest, key, before[key]), now));
    };
    toastDone(t('last.copied', { count: keys.length }), { label: t('last.copyAll'), about: COPIED, run: undo });
  };
  return {
    takes: (key, value) => {
      const question = questionAt(key)?.question;
      return question !== undefined && value !== undefined && fits(question, value);
    },
    all: (last, section) => put(copyForward(template.sections, saver.snapshot().answers, last, section)),
    one: (key, last) => {
      const question = questionAt(key)?.question;
      const value = last[key];
      if (question && value !== undefined) put({ [key]: copyOne(question, saver.snapshot().answers[key], value) });
    },
  };
}
