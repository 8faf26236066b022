import { type LocalText, type Question, QUESTION_TYPES, type QuestionType } from '@keel/contracts';
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { definitionPartOf } from './definition-parts.js';
import classes from './editor.module.css';
import { editorWords } from './editor-words.js';

interface Props {
  question: Question;
  /** What cannot be done while it has no answer. */
  requiredLabel: string;
  onChange: (part: Partial<Question>) => void;
}

/** A question of any type, to be asked: what each has, and what its type has besides. */
export function QuestionFields({ question, requiredLabel, onChange }: Props) {
  const t = useWords(editorWords);
  const { type, label, help = {} } = question;
  const Fields = definitionPartOf(question)?.Fields;
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
          label={requiredLabel}
          checked={question.required ?? false}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
      </SimpleGrid>
      {Fields && <Fields {...{ question, onChange }} />}
    </div>
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
