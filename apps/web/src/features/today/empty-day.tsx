import { addDays } from '@keel/calendar';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { dayCountsQuery } from '../../data/appointment-days.js';
import { useCan } from '../../session/use-session.js';
import { todayWords } from './today-words.js';
import classes from './today.module.css';
import type { Day } from './use-day.js';

const WEEKS_AHEAD = 28;

/** A day without appointments: when the next one is, and how one comes here. */
export function EmptyDay({ day: { day, practitioner, look } }: { day: Day }) {
  const t = useWords(todayWords);
  const format = useFormat();
  const can = useCan();
  const next = useNextDay(day, practitioner?.id);
  if (!practitioner) {
    return (
      <Stack className={classes['whole']} align="flex-start">
        <Text>{t('nobody')}</Text>
        {can('staff:manage') && (
          <Button component={Link} to={paths.settings()}>
            {t('addSomebody')}
          </Button>
        )}
      </Stack>
    );
  }
  return (
    <Stack className={classes['whole']} align="flex-start">
      <Text fw={600}>{t('empty', { name: practitioner.displayName })}</Text>
      <Text c="dimmed">{t('emptyHow')}</Text>
      <Group gap="xs">
        {next && (
          <Button onClick={() => look({ day: next, at: undefined })}>{t('nextDay', { day: format.civil(next, 'longDate') })}</Button>
        )}
        <Button component={Link} to={paths.schedule()} variant={next ? 'default' : 'filled'}>
          {t('toSchedule')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The next day on which the practitioner sees somebody. */
function useNextDay(day: string, practitionerId: string | undefined): string | undefined {
  const { data } = useQuery(dayCountsQuery(addDays(day, 1), addDays(day, 1 + WEEKS_AHEAD)));
  return data?.find((one) => one.practitionerId === practitionerId && one.appointments > 0)?.date;
}
