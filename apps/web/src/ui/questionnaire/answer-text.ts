import { type AnswerValue, type Question, summaryOf } from '@keel/contracts';
import { useFormat } from '../format.js';

/** An answer as a person reads it. */
export function useAnswerText(): (question: Question, value: AnswerValue | undefined) => string {
  const { language, civil } = useFormat();
  return (question, value) => summaryOf(question, value, { language, day: (date) => civil(date) });
}
