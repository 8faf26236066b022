import type { AnswerValue, Question } from '@keel/contracts';
import { memo } from 'react';
import { useWords } from '../../i18n/words.js';
import { ANSWER_PARTS, type AnswerParts } from '../../ui/questionnaire/answer-parts.js';
import { QuestionField } from '../../ui/questionnaire/question-field.js';
import type { FieldKey } from './model/answers.js';
import { notesWords } from './notes-words.js';
import { PhraseArea } from './phrases/phrase-area.js';

interface Props {
  fieldKey: FieldKey;
  question: Question;
  value: AnswerValue | undefined;
  /** Asked for at signing and still without an answer. */
  missing: boolean;
  /** The note does not take this answer. */
  refused: boolean;
  onChange: (key: FieldKey, value: AnswerValue | undefined) => void;
}

/** Where a link to a question leads. */
export const fieldId = (key: FieldKey): string => `q-${key.replace('.', '-')}`;

/** In a note, phrases are called by `/`. */
const PARTS: AnswerParts = { ...ANSWER_PARTS, long_text: { ...ANSWER_PARTS.long_text, Field: PhraseArea } };

/** A question of the note with its answer. */
export const NoteQuestion = memo(function NoteQuestion({ fieldKey, question, value, missing, refused, onChange }: Props) {
  const t = useWords(notesWords);
  const error = missing ? t('field.missing') : refused ? t('field.refused') : undefined;
  return (
    <QuestionField id={fieldId(fieldKey)} {...{ question, value, error }} parts={PARTS} onChange={(next) => onChange(fieldKey, next)} />
  );
});
