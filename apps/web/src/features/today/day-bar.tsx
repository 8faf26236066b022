import { addDays, isKeptDay } from '@keel/calendar';
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { PageTitle } from '../../ui/title.js';
import { todayWords } from './today-words.js';
import classes from './today.module.css';
import type { Day } from './use-day.js';

/** Which day, and whose; both stand in the address. */
export function DayBar({ day: { day, today, practitioner, practitioners, look } }: { day: Day }) {
  const t = useWords(todayWords);
  const format = useFormat();
  // Another day is another list, which begins with its own appointment.
  const go = (to: string) => look({ day: to === today ? undefined : to, at: undefined });
  return (
    <div className={classes['bar']}>
      <div className={classes['steps']}>
        <ActionIcon variant="default" size={30} onClick={() => go(addDays(day, -1))} aria-label={t('before')} title={t('before')}>
          <IconChevronLeft size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
        <Button variant="default" size="compact-sm" mih={30} disabled={day === today} onClick={() => go(today)}>
          {t('title')}
        </Button>
        <ActionIcon variant="default" size={30} onClick={() => go(addDays(day, 1))} aria-label={t('after')} title={t('after')}>
          <IconChevronRight size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </div>
      <PageTitle text={day === today ? t('title') : format.civil(day, 'longDate')}>{format.civil(day, 'longDate')}</PageTitle>
      <input
        type="date"
        className={classes['date']}
        aria-label={t('day')}
        value={day}
        onChange={({ currentTarget: { value } }) => isKeptDay(value) && go(value)}
      />
      {practitioner && practitioners.length > 1 && (
        <NativeSelect
          className={classes['who']}
          aria-label={t('of')}
          value={practitioner.id}
          data={practitioners.map(({ id, displayName, active }) => ({
            value: id,
            label: active ? displayName : `${displayName} · ${t('inactive')}`,
          }))}
          onChange={({ currentTarget: { value } }) => look({ of: value, at: undefined })}
        />
      )}
    </div>
  );
}
