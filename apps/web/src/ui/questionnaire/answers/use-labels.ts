import type { QuestionType } from '@keel/contracts';
import { useLocalText } from '../../../i18n/local-text.js';
import type { AnswerProps } from './answer-part.js';

/** What stands around a field of Mantine's. */
export function useLabels({ question, label, error }: Pick<AnswerProps<QuestionType>, 'question' | 'label' | 'error'>) {
  const local = useLocalText();
  return { label, error, description: question.help && local(question.help), withAsterisk: question.required ?? false };
}
