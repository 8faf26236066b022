import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Slot } from '@keel/contracts';
import { addDays, type CivilDate } from '@keel/calendar';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { freeTimesQuery } from '../../data/availability.js';
import classes from './booking.module.css';
import { bookingWords } from './booking-words.js';

const DAYS = 7;
/** Days that are shown at once, and times of each: enough to offer on the phone. */
const MOST_DAYS = 3;
const MOST_TIMES = 8;

interface Props {
  serviceId: string;
  practitionerId: string;
  from: CivilDate;
  chosen: string | undefined;
  onChoose: (slot: Slot) => void;
}

/** The next free times, a click each. */
export function FreeTimes({ serviceId, practitionerId, from, chosen, onChoose }: Props) {
  const t = useWords(bookingWords);
  const format = useFormat();
  const [first, setFirst] = useState(from);
  const { data, error, refetch } = useQuery(freeTimesQuery({ serviceId, practitionerId, from: first, to: addDays(first, DAYS) }));
  const days = [...Map.groupBy(data ?? [], ({ start }) => format.dateOf(start))].slice(0, MOST_DAYS);
  const last = days.at(-1)?.[0];
  const at = chosen && Date.parse(chosen);
  const onward = () => setFirst(last && days.length === MOST_DAYS ? addDays(last, 1) : addDays(first, DAYS));
  return (
    <Stack gap={6} role="group" aria-label={t('free')}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={90} />}
      {data?.length === 0 && <Text>{t('noneFree', { from: format.civil(first), to: format.civil(addDays(first, DAYS - 1)) })}</Text>}
      {days.map(([day, slots]) => (
        <div key={day} className={classes['freeDay']}>
          <span>{format.civil(day, 'weekday')}</span>
          <div>
            {spread(slots).map((slot) => (
              <button
                key={slot.start}
                type="button"
                className={classes['slot']}
                aria-pressed={Date.parse(slot.start) === at}
                aria-label={format.dayTime(slot.start)}
                onClick={() => onChoose(slot)}
              >
                {format.time(slot.start)}
              </button>
            ))}
          </div>
        </div>
      ))}
      <Group gap="xs">
        {first > from && (
          <Button variant="subtle" size="compact-sm" mih={28} onClick={() => setFirst(from)}>
            {t('earlier')}
          </Button>
        )}
        {data && (
          <Button variant="subtle" size="compact-sm" mih={28} onClick={onward}>
            {t('later')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Some times over the whole day, where it has more than can be shown. */
function spread(slots: readonly Slot[]): Slot[] {
  if (slots.length <= MOST_TIMES) return [...slots];
  return Array.from({ length: MOST_TIMES }, (_, index) => slots[Math.floor((index * slots.length) / MOST_TIMES)]!);
}
