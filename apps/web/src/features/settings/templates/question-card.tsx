import { Checkbox, NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { type LocalText, type Question, QUESTION_TYPES, type QuestionType } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { useLocalText } from '../../../i18n/local-text.js';
import { OptionFields } from './option-fields.js';
import { Order } from './order.js';
import type { DraftAction, DraftQuestion } from './template-draft.js';
import classes from './templates.module.css';
import { templatesWords } from './templates-words.js';
import { ViewFields } from './view-fields.js';

interface Props {
  section: number;
  question: DraftQuestion;
  at: number;
  count: number;
  act: (action: DraftAction) => void;
}

/** One question: its words in a line, everything about it when it is opened; a new one is open. */
export function QuestionCard({ section, question, at, count, act }: Props) {
  const t = useWords(templatesWords);
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
          <QuestionFields question={question} onChange={change} />
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

interface FieldsProps {
  question: DraftQuestion;
  onChange: (part: Partial<Question>) => void;
}

function QuestionFields({ question, onChange }: FieldsProps) {
  const t = useWords(templatesWords);
  const { type, options, label, help = {} } = question;
  return (
    <div className={classes['fields']}>
      <Both labels={[t('labelEn'), t('labelFr')]} value={label} onChange={(words) => onChange({ label: words })} />
      <Both labels={[t('helpEn'), t('helpFr')]} value={help} onChange={(words) => onChange({ help: words })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NativeSelect
          label={t('type')}
          data={QUESTION_TYPES.map((one) => ({ value: one, label: t(`types.${one}`) }))}
          value={type}
          onChange={(event) => onChange({ type: event.currentTarget.value as QuestionType })}
        />
        <Checkbox
          mt={30}
          label={t('required')}
          checked={question.required ?? false}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
      </SimpleGrid>
      {(type === 'number' || type === 'scale') && <NumberFields question={question} onChange={onChange} />}
      {options && <OptionFields options={options} onChange={(changed) => onChange({ options: changed })} />}
      {type === 'body_chart' && <ViewFields views={question.views ?? []} onChange={onChange} />}
    </div>
  );
}

function NumberFields({ question, onChange }: FieldsProps) {
  const t = useWords(templatesWords);
  const bound = (key: 'min' | 'max') => ({
    label: t(key),
    hideControls: true,
    value: question[key] ?? '',
    onChange: (value: number | string) => onChange({ [key]: typeof value === 'number' ? value : undefined }),
  });
  return (
    <SimpleGrid cols={3} spacing="md">
      <NumberInput {...bound('min')} />
      <NumberInput {...bound('max')} />
      {question.type === 'number' && (
        <TextInput
          label={t('unit')}
          maxLength={20}
          value={question.unit ?? ''}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}

/** The same words in both languages, side by side. */
function Both({ labels, value, onChange }: { labels: [en: string, fr: string]; value: LocalText; onChange: (words: LocalText) => void }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {(['en', 'fr'] as const).map((language, at) => (
        <TextInput
          key={language}
          label={labels[at]}
          lang={language}
          maxLength={500}
          value={value[language] ?? ''}
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}
