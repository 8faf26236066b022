import { addDays, isKeptDay } from '@keel/calendar';
import type { Slot } from '@keel/contracts';
import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { freeTimesQuery } from '../../data/availability.js';
import classes from '../../ui/appointments/appointment-panel.module.css';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

interface DayProps {
  serviceId: string;
  practitionerId: string;
  day: string;
  /** The chosen instant. */
  chosen: string | undefined;
  onChoose: (slot: Slot) => void;
}

/** What is free with a practitioner on a day; a press fills the form in. */
export function FreeTimes({ serviceId, practitionerId, day, chosen, onChoose }: DayProps) {
  const t = useWords(appointmentPanelWords);
  const known = isKeptDay(day);
  const free = useQuery({ ...freeTimesQuery({ serviceId, practitionerId, from: day, to: known ? addDays(day, 1) : day }), enabled: known });
  if (!known) return null;
  if (free.error) return <ProblemNotice error={free.error} onRetry={() => void free.refetch()} />;
  if (!free.data) return <Skeleton height={68} />;
  if (free.data.length === 0) return <Text c="dimmed">{t('time.none')}</Text>;
  return <Times label={t('time.free')} slots={free.data} chosen={chosen} onChoose={onChoose} />;
}

interface TimesProps {
  label: string;
  slots: readonly Slot[];
  chosen: string | undefined;
  onChoose: (slot: Slot) => void;
  /** True where the times are of several days. */
  withDay?: boolean;
}

export function Times({ label, slots, chosen, onChoose, withDay }: TimesProps) {
  const format = useFormat();
  const at = chosen && Date.parse(chosen);
  return (
    <div role="group" aria-label={label}>
      <Text size="xs" c="dimmed" mb={4}>
        {label}
      </Text>
      <div className={classes['times']} data-days={withDay || undefined}>
        {slots.map((slot) => (
          <button
            key={`${slot.start} ${slot.practitionerId}`}
            type="button"
            className={classes['time']}
            aria-pressed={Date.parse(slot.start) === at}
            onClick={() => onChoose(slot)}
          >
            {withDay && `${format.day(slot.start)}, `}
            {format.time(slot.start)}
          </button>
        ))}
      </div>
    </div>
  );
}
