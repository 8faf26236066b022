import { BODY_REGIONS } from '@keel/contracts';
import { MultiSelect } from '@mantine/core';
import { useLocalText } from '../../../i18n/local-text.js';
import type { AnswerProps } from './answer-props.js';
import { useWords } from '../../../i18n/words.js';
import { bodyWords } from '../body-chart/body-words.js';
import { notesWords } from '../notes-words.js';

/** Places of the body, found by typing a part of their name. */
export function RegionInput({ question, label, value, error, onChange }: AnswerProps) {
  const t = useWords(notesWords);
  const body = useWords(bodyWords);
  const local = useLocalText();
  return (
    <MultiSelect
      label={label}
      description={question.help && local(question.help)}
      error={error}
      withAsterisk={question.required ?? false}
      placeholder={value === undefined ? t('field.region') : ''}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('field.noRegion')}
      data={BODY_REGIONS.map((region) => ({ value: region, label: body(`place.${region}`) }))}
      value={(value as string[] | undefined) ?? []}
      onChange={onChange}
    />
  );
}
