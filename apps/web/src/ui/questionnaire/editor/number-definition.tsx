import { TextInput } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import type { DefinitionPart, FieldsProps } from './definition-part.js';
import { editorWords } from './editor-words.js';
import { RangeFields, rangeOf } from './range-fields.js';

function NumberFields({ question, onChange }: FieldsProps<'number'>) {
  const t = useWords(editorWords);
  return (
    <RangeFields {...{ question, onChange }}>
      <TextInput
        label={t('unit')}
        maxLength={20}
        value={question.unit ?? ''}
        onChange={(event) => onChange({ unit: event.currentTarget.value })}
      />
    </RangeFields>
  );
}

export const numberDefinition: DefinitionPart<'number'> = {
  Fields: NumberFields,
  about: (question) => [...rangeOf(question), ...(question.unit ? [question.unit] : [])],
};
