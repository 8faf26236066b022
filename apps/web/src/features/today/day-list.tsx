import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useNow } from '../../ui/use-now.js';
import { CardIcon } from '../../ui/appointments/card-icon.js';
import { flagsOf, type Flag } from '../../ui/appointments/card-look.js';
import { flagWords } from '../../ui/appointments/flag-words.js';
import { useCan } from '../../session/use-session.js';
import { hasCome, isLive } from '../../data/appointment-steps.js';
import type { Appointment } from '../../data/appointments.js';
import type { Line } from './day-sheet.js';
import { todayWords } from './today-words.js';
import classes from './today.module.css';
import type { Day } from './use-day.js';

/** The appointments from morning to evening, with the free time between them and where the day is now. */
export function DayList({ day: { lines, chosen, practitioner } }: { day: Day }) {
  const t = useWords(todayWords);
  return (
    <ol className={classes['lines']} aria-label={t('appointments')}>
      {lines.map((line) => (
        <li key={line.kind === 'appointment' ? line.appointment.id : line.kind === 'gap' ? line.start : 'now'}>
          {line.kind === 'appointment' && <Row appointment={line.appointment} chosen={line.appointment.id === chosen?.id} />}
          {line.kind === 'gap' && practitioner && <Gap gap={line} practitionerId={practitioner.id} />}
          {line.kind === 'now' && <Now />}
        </li>
      ))}
    </ol>
  );
}

function Row({ appointment, chosen }: { appointment: Appointment; chosen: boolean }) {
  const format = useFormat();
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (chosen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <Link
      ref={ref}
      to="."
      search={(now) => ({ ...now, at: appointment.id })}
      className={classes['row']}
      data-chosen={chosen || undefined}
      data-gone={!isLive(appointment) || undefined}
      aria-current={chosen || undefined}
    >
      <span className={classes['time']}>{whenOf(format, appointment).time}</span>
      <span className={classes['who']}>
        <b>
          <bdi>{format.name(appointment.patient)}</bdi>
        </b>
        <span>{format.called(appointment.service)}</span>
      </span>
      <span className={classes['state']}>
        <StatusBadge status={appointment.status} />
        <Flags appointment={appointment} />
      </span>
    </Link>
  );
}

function Flags({ appointment }: { appointment: Appointment }) {
  const t = useWords(flagWords);
  const words = useWords(todayWords);
  const flags = flagsOf(appointment, useNow());
  // Only what is still to write is said in words.
  const toWrite = hasCome(appointment) && !appointment.documented;
  return (
    <span className={classes['flags']}>
      {flags.map((flag) => (
        <span key={flag} className={classes[flag]} role="img" aria-label={t(flag)} title={t(flag)}>
          <CardIcon of={flag satisfies Flag} />
        </span>
      ))}
      {toWrite && <span className={classes['toWrite']}>{words(appointment.noteStatus === 'draft' ? 'draft' : 'toWrite')}</span>}
    </span>
  );
}

function Gap({ gap, practitionerId }: { gap: Extract<Line, { kind: 'gap' }>; practitionerId: string }) {
  const t = useWords(todayWords);
  const format = useFormat();
  const [hours, minutes] = [Math.floor(gap.minutes / 60), gap.minutes % 60];
  const words = t(hours === 0 ? 'gap.minutes' : minutes === 0 ? 'gap.hours' : 'gap.both', { hours, minutes });
  if (!useCan()('appointment:book')) return <span className={classes['gap']}>{words}</span>;
  return (
    <Link to="." search={(now) => ({ ...now, book: { practitionerId, start: gap.start } })} className={classes['gap']}>
      {words}
      <VisuallyHidden>, {t('gap.book', { time: format.time(gap.start) })}</VisuallyHidden>
    </Link>
  );
}

function Now() {
  const t = useWords(todayWords);
  const format = useFormat();
  return (
    <span className={classes['now']} aria-current="time">
      {t('now', { time: format.time(new Date(useNow()).toISOString()) })}
    </span>
  );
}
