import { Checkbox, Paper, SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { toastDone } from '../../../ui/toasts.js';
import { RecordFields } from '../../../ui/forms/record-dialog.js';
import { useRecordForm } from '../../../ui/forms/use-record-form.js';
import { createTimeOff, useRenewTimeOff } from '../../../data/time-off-changes.js';
import type { TimeOff } from '../../../data/time-off.js';
import { hoursWords } from './hours-words.js';
import { instantsOf, newTimeOff, type TimeOffValues } from './time-off-form.js';

interface Props {
  practitionerId: string;
  today: string;
  onClose: () => void;
}

export function TimeOffEditor({ practitionerId, today, onClose }: Props) {
  const t = useWords(hoursWords);
  const of = useTimeOffForm({ practitionerId, today, onClose });
  const { form } = of;
  return (
    <Paper withBorder p="md">
      <RecordFields of={of} labels={{}} submitLabel={t('timeOff.save')} onCancel={onClose}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput
            type="date"
            label={t('timeOff.from')}
            {...form.getInputProps('from')}
            onChange={(event) => {
              const from = event.currentTarget.value;
              form.setValues({ from, ...(form.values.to < from && { to: from }) });
            }}
          />
          <TextInput type="date" label={t('timeOff.to')} {...form.getInputProps('to')} />
        </SimpleGrid>
        <Checkbox label={t('timeOff.partly')} {...form.getInputProps('partly', { type: 'checkbox' })} />
        {form.values.partly && (
          <SimpleGrid cols={2} spacing="md">
            <TextInput type="time" label={t('timeOff.start')} {...form.getInputProps('start')} />
            <TextInput type="time" label={t('timeOff.end')} {...form.getInputProps('end')} />
          </SimpleGrid>
        )}
        <TextInput label={t('timeOff.reason')} description={t('timeOff.reasonHint')} maxLength={200} {...form.getInputProps('reason')} />
      </RecordFields>
    </Paper>
  );
}

function useTimeOffForm({ practitionerId, today, onClose }: Props) {
  const t = useWords(hoursWords);
  const { zone } = useFormat();
  const renewTimeOff = useRenewTimeOff();
  return useRecordForm<TimeOff, TimeOffValues>({
    values: newTimeOff(today),
    validate: (values) => (instantsOf(values, zone) ? {} : { [values.partly ? 'end' : 'to']: t('timeOff.rangeFault') }),
    save: (values) => {
      const times = instantsOf(values, zone);
      if (!times) throw new Error('Checked before');
      const reason = values.reason.trim();
      return createTimeOff({ practitionerId, ...times, ...(reason && { reason }) });
    },
    onSaved: () => {
      void renewTimeOff();
      toastDone(t('timeOff.added'));
      onClose();
    },
  });
}
