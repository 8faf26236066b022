import { isKeptDay } from '@keel/calendar';
import { Button, Group, Paper, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { toastDone } from '../../../ui/toasts.js';
import { locationsQuery } from '../../../data/locations.js';
import { setHours, useRenewHours } from '../../../data/working-hours-changes.js';
import type { WorkingHours } from '../../../data/working-hours.js';
import { RecordFields } from '../../../ui/forms/record-dialog.js';
import { useRecordForm } from '../../../ui/forms/use-record-form.js';
import { hoursWords } from './hours-words.js';
import { changeWeek, type ShiftFault, shiftFaults, toWeekly, usualWeek, type Week, weekOf, WORKDAYS } from './week.js';
import { WeekFields } from './week-fields.js';

interface Props {
  practitionerId: string;
  /** All of the practitioner's. */
  hours: WorkingHours[];
  /** Those that are changed; undefined for new ones. */
  edited: WorkingHours | undefined;
  /** What new hours begin as; a usual week where there is nothing to begin from. */
  from: Pick<WorkingHours, 'weekly'> | undefined;
  firstDay: string;
  onDone: () => void;
  onCancel: (() => void) | undefined;
}

interface HoursValues extends Record<string, unknown> {
  effectiveFrom: string;
  effectiveTo: string;
  week: Week;
}

/** A week's hours and the days they hold. */
export function HoursEditor({ edited, onCancel, ...props }: Props) {
  const t = useWords(hoursWords);
  const faultsOf = useFaults();
  const of = useHoursForm({ edited, ...props, faultsOf });
  const { form } = of;
  const { week, effectiveFrom } = form.values;
  const replaced = !edited && props.hours.some((one) => one.effectiveFrom === effectiveFrom);
  return (
    <Paper withBorder p="md">
      <RecordFields of={of} labels={{}} submitLabel={t('save')} {...(onCancel && { onCancel })}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" maw={560}>
          <TextInput
            type="date"
            label={t('firstDay')}
            description={t('firstDayHint')}
            disabled={Boolean(edited)}
            {...form.getInputProps('effectiveFrom')}
          />
          <TextInput type="date" label={t('lastDay')} description={t('lastDayHint')} {...form.getInputProps('effectiveTo')} />
        </SimpleGrid>
        {replaced && <Text role="status">{t('replaces')}</Text>}
        <WeekFields
          week={week}
          faults={faultsOf(form.values)}
          onChange={(action) => {
            form.setFieldValue('week', changeWeek(week, action));
            form.clearFieldError('week');
          }}
        />
        <Group>
          <Button variant="default" onClick={() => form.setFieldValue('week', changeWeek(week, { do: 'copy', from: 1, to: WORKDAYS }))}>
            {t('copy')}
          </Button>
        </Group>
        {form.errors['week'] && (
          <Text c="var(--mantine-color-error)" role="alert">
            {form.errors['week']}
          </Text>
        )}
      </RecordFields>
    </Paper>
  );
}

type FaultsOf = (values: HoursValues) => ReadonlyMap<number, ShiftFault>;

/** What is wrong with the hours as they are typed, by the clocks of their places. */
function useFaults(): FaultsOf {
  const { data: locations = [] } = useQuery(locationsQuery);
  const { zone, dateOf } = useFormat();
  const usual = locations.find(({ active }) => active)?.id;
  const today = dateOf(new Date().toISOString());
  return ({ week, effectiveFrom, effectiveTo }) =>
    shiftFaults(week, {
      effectiveFrom: isKeptDay(effectiveFrom) ? effectiveFrom : today,
      effectiveTo: isKeptDay(effectiveTo) ? effectiveTo : null,
      today,
      zoneOf: (locationId = usual) => locations.find(({ id }) => id === locationId)?.timeZone ?? zone,
    });
}

interface FormProps extends Omit<Props, 'onCancel'> {
  faultsOf: FaultsOf;
}

function useHoursForm({ practitionerId, hours, edited, from, firstDay, onDone, faultsOf }: FormProps) {
  const t = useWords(hoursWords);
  const renewHours = useRenewHours();
  const begun = edited ?? from;
  const values: HoursValues = {
    effectiveFrom: edited?.effectiveFrom ?? firstDay,
    effectiveTo: edited?.effectiveTo ?? '',
    week: begun ? weekOf(begun.weekly) : usualWeek(),
  };
  return useRecordForm<WorkingHours, HoursValues>({
    record: edited,
    values,
    whole: true,
    validate: (typed) => ({
      ...(!isKeptDay(typed.effectiveFrom) && { effectiveFrom: t('dayFault') }),
      ...(typed.effectiveTo && typed.effectiveTo < typed.effectiveFrom && { effectiveTo: t('lastDayFault') }),
      ...(faultsOf(typed).size > 0 && { week: t('weekFault') }),
    }),
    save: ({ effectiveFrom, effectiveTo, week }, _, base) => {
      const body = { effectiveFrom, ...(effectiveTo && { effectiveTo }), weekly: toWeekly(week) };
      return setHours(practitionerId, body, base ?? hours.find((one) => one.effectiveFrom === effectiveFrom));
    },
    onSaved: () => {
      void renewHours();
      toastDone(t('saved'));
      onDone();
    },
  });
}
