import type { AnswerValue, Question } from '@keel/contracts';
import { Text } from '@mantine/core';
import { ANSWER_PARTS, partOf } from './answer-parts.js';
import { useAnswerText } from './answer-text.js';

/** An answer to read: a drawing as a picture, anything else as text with the lines that were typed. */
export function AnswerView({ question, value }: { question: Question; value: AnswerValue | undefined }) {
  const textOf = useAnswerText();
  const Shown = partOf(ANSWER_PARTS, question)?.Shown;
  if (Shown && value !== undefined) return <Shown {...{ question, value }} />;
  return <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{textOf(question, value)}</Text>;
}
