import type { UseFormReturnType } from '@mantine/form';
import { NativeSelect, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useWords, type TextsOf, hasWord } from '../../../i18n/words.js';
import { chartWords } from './chart-words.js';
import { ENTRY_FIELDS, type FieldShape } from './entry-kinds.js';
import type { EntryKind } from '../../../data/chart.js';
import type { EntryValues } from './entry-values.js';

type EntryForm = UseFormReturnType<EntryValues>;

export function EntryFields({ kind, form }: { kind: EntryKind; form: EntryForm }) {
  const [description, ...rest] = ENTRY_FIELDS[kind];
  const comment = rest.at(-1);
  return (
    <>
      {description && <EntryInput shape={description} form={form} />}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        {rest.slice(0, -1).map((shape) => (
          <EntryInput key={shape.name} shape={shape} form={form} />
        ))}
      </SimpleGrid>
      {comment && <EntryInput shape={comment} form={form} />}
    </>
  );
}

function EntryInput({ shape: { name, as, options = [], optional, longest }, form }: { shape: FieldShape; form: EntryForm }) {
  const t = useWords(chartWords);
  const props = { label: t(`field.${name}`), ...form.getInputProps(name) };
  const hint = isHinted(name) ? { description: t(`hint.${name}`) } : {};
  switch (as) {
    case 'choice': {
      const data = options.map((value) => ({ value: value as string, label: t(`value.${value}`) }));
      return <NativeSelect {...props} {...hint} data={optional ? [{ value: '', label: t('unstated') }, ...data] : data} />;
    }
    case 'day':
      return <TextInput {...props} type="date" />;
    case 'lines':
      return <Textarea {...props} autosize minRows={2} maxLength={longest} />;
    case 'list':
      return <TagsInput {...props} {...hint} maxTags={20} />;
    case 'line':
      return (
        <TextInput
          {...props}
          {...hint}
          maxLength={longest}
          autoComplete="off"
          {...(name === 'description' && { required: true, 'data-autofocus': true })}
        />
      );
  }
}

type Hinted = keyof TextsOf<typeof chartWords>['hint'];
const isHinted = (name: string): name is Hinted => hasWord(chartWords, `hint.${name}`);
