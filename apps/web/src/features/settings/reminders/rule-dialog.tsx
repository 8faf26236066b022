import { NativeSelect, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { type Channel, CHANNELS } from '@keel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../i18n/words.js';
import { toastDone } from '../../../ui/toasts.js';
import { useSession } from '../../../session/use-session.js';
import { clinicQuery } from '../../../data/clinic.js';
import { RecordDialog } from '../../../ui/forms/record-dialog.js';
import { useRecordForm } from '../../../ui/forms/use-record-form.js';
import { inMinutes, inUnits, type Unit, UNITS } from './minute-units.js';
import { createRule, type Rule, updateRule, useRenewRules } from '../../../data/reminders.js';
import { remindersWords } from './reminders-words.js';

interface RuleValues extends Record<string, unknown> {
  channel: Channel;
  count: number | string;
  unit: Unit;
}

const valuesOf = ({ channel, minutesBefore }: Pick<Rule, 'channel' | 'minutesBefore'>): RuleValues => ({
  channel,
  ...inUnits(minutesBefore),
});
const USUAL = { channel: 'email', minutesBefore: UNITS.days * 2 } as const;

export function RuleDialog({ rule, onClose }: { rule: Rule | undefined; onClose: () => void }) {
  const t = useWords(remindersWords);
  const renewRules = useRenewRules();
  const of = useRecordForm<Rule, RuleValues>({
    record: rule,
    values: valuesOf(rule ?? USUAL),
    toValues: valuesOf,
    validate: ({ count, unit }) => (inMinutes(count, unit) === undefined ? { count: t('countFault') } : {}),
    save: ({ channel, count, unit }, _, base) => {
      const minutesBefore = inMinutes(count, unit) ?? USUAL.minutesBefore;
      return base ? updateRule(base, { minutesBefore }) : createRule({ channel, minutesBefore });
    },
    onSaved: () => {
      void renewRules();
      toastDone(t('saved'));
      onClose();
    },
  });
  const { form } = of;
  return (
    <RecordDialog title={rule ? t('editTitle') : t('addTitle')} of={of} labels={{ count: t('count'), unit: t('unit') }} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <NativeSelect
          label={t('channelLabel')}
          disabled={rule !== undefined}
          data={CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
          {...form.getInputProps('channel')}
        />
        <NumberInput label={t('count')} allowNegative={false} hideControls data-autofocus {...form.getInputProps('count')} />
        <NativeSelect
          label={t('unit')}
          data={(Object.keys(UNITS) as Unit[]).map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
          {...form.getInputProps('unit')}
        />
      </SimpleGrid>
      <Notice minutes={inMinutes(form.values.count, form.values.unit)} />
    </RecordDialog>
  );
}

/** A reminder after the notice is over leaves no time to cancel. */
function Notice({ minutes }: { minutes: number | undefined }) {
  const t = useWords(remindersWords);
  const { clinic } = useSession();
  const { data } = useQuery(clinicQuery(clinic.id));
  const hours = data?.cancellationNoticeHours ?? 0;
  if (minutes === undefined || minutes > hours * 60) return null;
  return <Text role="status">{t('late', { hours })}</Text>;
}
