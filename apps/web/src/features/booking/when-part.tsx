import { Stack, Text, TextInput } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { clockOf } from '../../ui/appointments/wish.js';
import classes from './booking.module.css';
import type { Booking } from './use-booking.js';
import { bookingWords } from './booking-words.js';
import { FreeTimes } from './free-times.js';

/** Free times to choose from by a click, and any time exactly. */
export function WhenPart({ form: { draft, opened: from, when, setWhen, start, choose, faults } }: { form: Booking }) {
  const t = useWords(bookingWords);
  const { zone, dateOf } = useFormat();
  const { practitioner, service, durationMinutes } = draft;
  const today = dateOf(new Date().toISOString());
  const shown = when.exact ? { day: dateOf(when.exact), clock: clockOf(zone, when.exact) } : when;
  return (
    <Stack gap="xs">
      {practitioner && service ? (
        <FreeTimes
          key={`${practitioner.id} ${service.id}`}
          practitionerId={practitioner.id}
          serviceId={service.id}
          // Choosing a time does not shift the times to choose from.
          from={from > today ? from : today}
          chosen={start}
          onChoose={(slot) => setWhen({ day: dateOf(slot.start), clock: '', exact: slot.start })}
        />
      ) : (
        <Text c="dimmed">{t('chooseService')}</Text>
      )}
      <div className={classes['when']}>
        <TextInput
          type="date"
          label={t('date')}
          value={shown.day}
          onChange={({ currentTarget: { value } }) => setWhen({ ...shown, day: value })}
        />
        <TextInput
          type="time"
          label={t('at')}
          step={300}
          value={shown.clock}
          error={faults.start && t(shown.day && shown.clock ? 'needs.otherStart' : 'needs.start')}
          onChange={({ currentTarget: { value } }) => setWhen({ ...shown, clock: value })}
        />
        <TextInput
          type="number"
          label={t('minutes')}
          min={5}
          max={720}
          step={5}
          value={durationMinutes ?? ''}
          error={faults.minutes && t('needs.minutes')}
          onChange={({ currentTarget: { value } }) => choose({ durationMinutes: value === '' ? undefined : Number(value) })}
        />
      </div>
    </Stack>
  );
}
