import { ActionIcon, Button } from '@mantine/core';
import { isKeptDay } from '@keel/calendar';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { useShortcut } from '../../ui/shortcuts.js';
import { PageTitle } from '../../ui/title.js';
import type { Practitioner } from '../../data/practitioners.js';
import { NewAppointment } from './new-appointment.js';
import { PeopleFilter } from './people-filter.js';
import { SCHEDULE_VIEWS, step } from './schedule-search.js';
import { scheduleWords } from './schedule-words.js';
import classes from './schedule.module.css';
import type { Schedule } from './use-schedule.js';

interface Props {
  at: Schedule;
  practitioners: readonly Practitioner[];
  /** Set where one practitioner at a time is shown. */
  one: Practitioner | undefined;
}

/** Which days, whose, and in what view; every part of it stands in the address. */
export function Toolbar({ at, practitioners, one }: Props) {
  const t = useWords(scheduleWords);
  return (
    <div className={classes['bar']}>
      <Steps at={at} />
      <PageTitle text={t('title')}>
        <ShownDays at={at} />
      </PageTitle>
      <input
        type="date"
        className={classes['date']}
        aria-label={t('jump')}
        value={at.date}
        onChange={({ currentTarget: { value } }) => isKeptDay(value) && at.look({ date: value })}
      />
      <span className={classes['spread']} />
      {one ? <OnePicker at={at} practitioners={practitioners} one={one} /> : <PeopleFilter at={at} practitioners={practitioners} />}
      <Views at={at} />
      <NewAppointment at={at} one={one} />
    </div>
  );
}

function ShownDays({ at: { view, date, from, to } }: { at: Schedule }) {
  const format = useFormat();
  if (view === 'day') return format.civil(date, 'longDate');
  if (view === 'month') return format.civil(date, 'month');
  const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
  return `${format.civil(from)} – ${format.civil(last)}`;
}

function Steps({ at }: { at: Schedule }) {
  const t = useWords(scheduleWords);
  const { view, date, today, look } = at;
  const [back, on] = [() => look({ date: step(view, date, -1) }), () => look({ date: step(view, date, 1) })];
  const toToday = () => look({ date: today });
  useShortcut('t', t('today'), toToday);
  useShortcut('k', t(`previous.${view}`), back);
  useShortcut('j', t(`next.${view}`), on);
  useShortcut('ArrowLeft', t(`previous.${view}`), back);
  useShortcut('ArrowRight', t(`next.${view}`), on);
  return (
    <div className={classes['steps']}>
      <ActionIcon variant="default" size={30} onClick={back} aria-label={t(`previous.${view}`)} title={`${t(`previous.${view}`)} (k)`}>
        <IconChevronLeft size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
      <Button variant="default" size="compact-sm" mih={30} onClick={toToday} title={`${t('today')} (t)`}>
        {t('today')}
      </Button>
      <ActionIcon variant="default" size={30} onClick={on} aria-label={t(`next.${view}`)} title={`${t(`next.${view}`)} (j)`}>
        <IconChevronRight size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function Views({ at: { view, look } }: { at: Schedule }) {
  const t = useWords(scheduleWords);
  useShortcut('d', t('view.day'), () => look({ view: 'day' }));
  useShortcut('w', t('view.week'), () => look({ view: 'week' }));
  useShortcut('m', t('view.month'), () => look({ view: 'month' }));
  return (
    <div className={classes['views']} role="group" aria-label={t('views')}>
      {SCHEDULE_VIEWS.map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => look({ view: one })}>
          {t(`view.${one}`)}
        </button>
      ))}
    </div>
  );
}

/** Of a week, and of a day on a phone, one practitioner's is shown. */
function OnePicker({ at, practitioners, one }: Props & { one: Practitioner }) {
  const t = useWords(scheduleWords);
  return (
    <select
      className={classes['select']}
      aria-label={t('practitioner')}
      value={one.id}
      onChange={({ currentTarget: { value } }) => at.look({ one: value })}
    >
      {practitioners.map(({ id, displayName, active }) => (
        <option key={id} value={id}>
          {active ? displayName : `${displayName} · ${t('inactiveShort')}`}
        </option>
      ))}
    </select>
  );
}
