import { Button, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { DayBar } from './day-bar.js';
import { DayList } from './day-list.js';
import { EmptyDay } from './empty-day.js';
import { todayWords } from './today-words.js';
import classes from './today.module.css';
import { Unsigned } from './unsigned.js';
import { useDay } from './use-day.js';
import { useDayKeys } from './use-day-keys.js';
import { AppointmentBoard } from './appointment-board.js';

/** A practitioner's day: the list of appointments, and beside it the chart of the one that is looked at. */
export function TodayPage() {
  const t = useWords(todayWords);
  const day = useDay();
  useDayKeys(day);
  const { appointments, chosen, asked, error, retry, look } = day;
  return (
    <div className={classes['page']} data-asked={asked || undefined}>
      <DayBar day={day} />
      {Boolean(error) && (
        <div className={classes['whole']}>
          <ProblemNotice error={error} onRetry={retry} />
        </div>
      )}
      {!appointments && !error && <Loading />}
      {appointments?.length === 0 && <EmptyDay day={day} />}
      {appointments && appointments.length > 0 && (
        <div className={classes['columns']}>
          <div className={classes['list']}>
            <DayList day={day} />
            {day.practitioner && <Unsigned practitionerId={day.practitioner.id} />}
            <p className={classes['keys']}>{t('keys')}</p>
          </div>
          {chosen && (
            <section className={classes['board']} aria-label={t('board')}>
              <div className={classes['back']}>
                <Button
                  variant="subtle"
                  leftSection={<IconArrowLeft size={16} stroke={1.7} aria-hidden />}
                  onClick={() => look({ at: undefined }, { replace: false })}
                >
                  {t('back')}
                </Button>
              </div>
              <AppointmentBoard key={chosen.id} appointment={chosen} />
            </section>
          )}
        </div>
      )}
    </div>
  );
}

/** A list and a chart, as they will be. */
function Loading() {
  return (
    <div className={classes['columns']} aria-busy>
      <Stack gap={8} className={classes['list']}>
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} height={56} />
        ))}
      </Stack>
      <Stack className={classes['board']}>
        <Skeleton height={72} />
        <Skeleton height={220} />
      </Stack>
    </div>
  );
}
