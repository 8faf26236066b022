import { taxesWithoutNumber } from '@keel/money';
import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words.js';
import { PaperGapsNotice } from '../../../ui/clinic/paper-gaps-notice.js';
import { usePaperGaps } from '../../../ui/clinic/use-paper-gaps.js';
import { type ClinicValues, faultyNumbers, mayAddNumber } from './clinic-form.js';
import { clinicWords } from './clinic-words.js';

/** A line a tax: its name, and the clinic's number for it. */
export function TaxNumbers({ form }: { form: UseFormReturnType<ClinicValues> }) {
  const t = useWords(clinicWords);
  const { taxNumbers, country } = form.values;
  // By what stands in the form: it goes as soon as the number is typed.
  const missing = taxesWithoutNumber(
    usePaperGaps()?.charged ?? [],
    Object.fromEntries(taxNumbers.map(({ name, number }) => [name, number])),
  );
  const faulty = form.errors['taxNumbers'] ? faultyNumbers(form.values) : [];
  return (
    <Fieldset legend={t('tax')} radius="md" styles={{ legend: { fontWeight: 600, paddingInline: 6 } }}>
      <Stack gap="xs">
        <Text c="dimmed">{t(`taxLead.${country}`)}</Text>
        {taxNumbers.map((_, at) => (
          <Group key={at} gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              w={130}
              aria-label={t('taxNameOf', { line: at + 1 })}
              placeholder={t('taxName')}
              maxLength={30}
              {...form.getInputProps(`taxNumbers.${at}.name`)}
              error={faulty.includes(at)}
            />
            <TextInput
              flex={1}
              aria-label={t('taxNumberOf', { line: at + 1 })}
              placeholder={t('taxNumber')}
              maxLength={40}
              {...form.getInputProps(`taxNumbers.${at}.number`)}
              error={faulty.includes(at)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('removeTax', { line: at + 1 })}
              onClick={() => form.removeListItem('taxNumbers', at)}
            >
              <IconTrash size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <PaperGapsNotice taxes={missing} places={[]} here />
        {mayAddNumber(form.values) && (
          <Group>
            <Button
              variant="default"
              onClick={() =>
                form.insertListItem('taxNumbers', { name: taxNumbers.length === 0 ? t(`usualTax.${country}`) : '', number: '' })
              }
            >
              {t('addTax')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
