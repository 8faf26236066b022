import type { Question } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { useLocalText } from '../../../i18n/local-text.js';
import { Order } from './order.js';
import classes from './editor.module.css';
import { editorWords } from './editor-words.js';
import { QuestionFields } from './question-fields.js';
import type { DraftAction, DraftQuestion } from './questionnaire-draft.js';

interface Props {
  section: number;
  question: DraftQuestion;
  at: number;
  count: number;
  requiredLabel: string;
  act: (action: DraftAction) => void;
}

/** One question: its words in a line, everything about it when it is opened; a new one is open. */
export function QuestionCard({ section, question, at, count, requiredLabel, act }: Props) {
  const t = useWords(editorWords);
  const text = useLocalText();
  const number = at + 1;
  const change = (part: Partial<Question>) => act({ do: 'changeQuestion', section, question: question.id, part });
  return (
    <div className={classes['question']} role="group" aria-label={t('question', { number })}>
      <div className={classes['line']}>
        <details open={question.key === '' || undefined}>
          <summary>
            {text(question.label) || t('unnamed')} <span className={classes['about']}>· {t(`types.${question.type}`)}</span>
          </summary>
          <QuestionFields {...{ question, requiredLabel }} onChange={change} />
        </details>
        <Order
          what={t('question', { number })}
          at={at}
          count={count}
          onMove={(by) => act({ do: 'moveQuestion', section, question: question.id, by })}
          onRemove={() => act({ do: 'removeQuestion', section, question: question.id })}
          removeLabel={t('removeQuestion', { number })}
          onlyReason={t('lastQuestion')}
        />
      </div>
    </div>
  );
}
