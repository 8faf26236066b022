import { ActionIcon, Button, Stack, Text, TextInput } from '@mantine/core';
import type { QuestionOption } from '@keel/contracts';
import { IconTrash } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words.js';
import type { DefinitionPart } from './definition-part.js';
import classes from './editor.module.css';
import { editorWords } from './editor-words.js';

interface Props {
  question: { options: QuestionOption[] };
  onChange: (part: { options: QuestionOption[] }) => void;
}

/** What there is to choose from, a line each. */
function OptionFields({ question: { options }, onChange }: Props) {
  const t = useWords(editorWords);
  const put = (next: QuestionOption[]) => onChange({ options: next });
  const change = (at: number, label: QuestionOption['label']) =>
    put(options.map((option, index) => (index === at ? { ...option, label } : option)));
  return (
    <Stack gap="xs" role="group" aria-label={t('options')}>
      <Text fw={600}>{t('options')}</Text>
      {options.map(({ label }, at) => (
        <div key={at} className={classes['line']}>
          {(['en', 'fr'] as const).map((language) => (
            <TextInput
              key={language}
              flex={1}
              lang={language}
              aria-label={t(language === 'en' ? 'optionEn' : 'optionFr', { number: at + 1 })}
              placeholder={language === 'en' ? 'English' : 'Français'}
              maxLength={500}
              value={label[language] ?? ''}
              onChange={(event) => change(at, { ...label, [language]: event.currentTarget.value })}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('removeOption', { number: at + 1 })}
            onClick={() => put(options.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => put([...options, { value: '', label: {} }])}>
        {t('addOption')}
      </Button>
    </Stack>
  );
}

export const choiceDefinition: DefinitionPart<'choice'> & DefinitionPart<'multi_choice'> = {
  Fields: OptionFields,
  about: ({ options }, local) => [options.map(({ label }) => local(label)).join(', ')],
};
