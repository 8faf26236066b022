import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { addDays } from '@keel/calendar';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ListEnd } from '../../ui/list-end.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useCan } from '../../session/use-session.js';
import { byDay } from './journey-days.js';
import { JourneyEntry } from './journey-entry.js';
import { journeyWords } from './journey-words.js';
import classes from './journey.module.css';
import { type JourneyTheme, timelineQuery } from '../../data/timeline.js';
import { JOURNEY_READERS, JOURNEY_THEMES } from './patients-search.js';

/** All that happened with the patient, in one line, newest first. */
export function Journey({ patientId }: { patientId: string }) {
  const t = useWords(journeyWords);
  const format = useFormat();
  const { theme } = useSearch({ from: '/staff/patients/$patientId/$tab' });
  const told = useInfiniteQuery(timelineQuery(patientId, format.locale, theme));
  const days = byDay(told.data?.pages.flatMap(({ data }) => data) ?? [], format.dateOf);
  return (
    <Stack gap="md">
      <Themes theme={theme} />
      <ProblemNotice error={told.error} onRetry={() => void told.refetch()} />
      {told.isPending && <Loading />}
      {told.data && days.length === 0 && <Nothing filtered={theme !== undefined} />}
      {days.map(({ date, entries }) => (
        <section key={date} aria-label={format.civil(date, 'longDate')}>
          <DayTitle date={date} />
          <ol className={classes['day']}>
            {entries.map((entry) => (
              <JourneyEntry key={entry.id} entry={entry} patientId={patientId} />
            ))}
          </ol>
        </section>
      ))}
      <ListEnd list={told} more={t('more')} />
      {days.length > 0 && !told.hasNextPage && !theme && (
        <Text size="xs" c="dimmed">
          {t('start')}
        </Text>
      )}
    </Stack>
  );
}

function Themes({ theme }: { theme: JourneyTheme | undefined }) {
  const t = useWords(journeyWords);
  const can = useCan();
  const seen = JOURNEY_THEMES.filter((one) => can(JOURNEY_READERS[one]));
  return (
    <nav className={classes['themes']} aria-label={t('filter')}>
      {([undefined, ...seen] as const).map((one) => (
        <Link
          key={one ?? 'all'}
          to="."
          search={(now) => ({ ...now, theme: one })}
          replace
          resetScroll={false}
          className={classes['theme']}
          activeProps={{}}
          {...(one === theme && { 'data-active': true, 'aria-current': 'true' as const })}
        >
          {t(`theme.${one ?? 'all'}`)}
        </Link>
      ))}
    </nav>
  );
}

function DayTitle({ date }: { date: string }) {
  const t = useWords(journeyWords);
  const format = useFormat();
  const today = format.dateOf(new Date().toISOString());
  const near = date === today ? t('today') : date === addDays(today, -1) ? t('yesterday') : undefined;
  return (
    <Title order={2} size="sm" fw={650} className={classes['date']}>
      {near && `${near} · `}
      {format.civil(date, 'longDate')}
    </Title>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useWords(journeyWords);
  if (filtered) return <Text>{t('noneOf')}</Text>;
  return (
    <Stack gap={4} maw={560}>
      <Title order={2} size="h4">
        {t('noneTitle')}
      </Title>
      <Text>{t('none')}</Text>
    </Stack>
  );
}

function Loading() {
  return (
    <Stack gap="xs" aria-hidden>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} h={32} />
      ))}
    </Stack>
  );
}
