import { Alert, Radio, Stack, Table, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import type { Conflict } from './conflict.js';
import classes from './details.module.css';
import { detailsWords } from './details-words.js';
import { useFieldText } from './field-text.js';
import { formWords } from './form-words.js';
import { bodyOf, type PatientField, type PatientValues } from './patient-values.js';
import type { PatientFormState } from './use-patient-form.js';
import { alike } from '../../ui/forms/stale.js';

interface Props {
  form: PatientFormState;
  conflict: Conflict;
  mine: PatientValues;
  saved: PatientValues;
}

/** What somebody else saved while this form was filled in, beside what was typed: field by field, to choose from. */
export function ConflictNotice({ form, conflict, mine, saved }: Props) {
  const t = useWords(detailsWords);
  const fieldName = useWords(formWords);
  const { both, theirs } = conflict;
  return (
    <Alert
      role="alert"
      color="orange"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      variant="light"
      icon={<IconArrowsSplit2 size={18} stroke={1.7} aria-hidden />}
      title={t('meanwhile.title')}
    >
      <Stack gap="xs">
        <Text>{both.length > 0 ? t('meanwhile.lead') : t('meanwhile.again')}</Text>
        {both.length > 0 && (
          <Table highlightOnHover={false}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('meanwhile.field')}</Table.Th>
                <Table.Th>{t('meanwhile.mine')}</Table.Th>
                <Table.Th>{t('meanwhile.theirs')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {both.map((field) => (
                <Choice key={field} form={form} field={field} mine={mine} saved={saved} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {theirs.length > 0 && (
          <Text>{t('meanwhile.taken', { fields: theirs.map((field) => fieldName(`field.${field}`)).join(', ') })}</Text>
        )}
      </Stack>
    </Alert>
  );
}

function Choice({ form, field, mine, saved }: Omit<Props, 'conflict'> & { field: PatientField }) {
  const t = useWords(detailsWords);
  const fieldName = useWords(formWords);
  const text = useFieldText();
  const side = (values: PatientValues, name: 'mine' | 'theirs') => (
    <Table.Td>
      <Radio
        name={`choose-${field}`}
        className={classes['side']}
        label={text(values, field) || t('meanwhile.nothing')}
        aria-label={`${fieldName(`field.${field}`)}, ${t(`meanwhile.${name}Of`, { value: text(values, field) || t('meanwhile.nothing') })}`}
        checked={alike(bodyOf(form.values)[field], bodyOf(values)[field])}
        onChange={() => form.setFieldValue(field, values[field])}
      />
    </Table.Td>
  );
  return (
    <Table.Tr>
      <Table.Th scope="row">{fieldName(`field.${field}`)}</Table.Th>
      {side(mine, 'mine')}
      {side(saved, 'theirs')}
    </Table.Tr>
  );
}
