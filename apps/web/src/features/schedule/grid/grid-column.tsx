import { memo } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { scheduleWords } from '../schedule-words.js';
import type { Span, Stretch } from './axis.js';
import type { GridColumn as Column } from './columns.js';
import { heightOf } from './drop.js';
import classes from './grid.module.css';
import { AppointmentCard } from './appointment-card.js';

interface Props {
  column: Column;
  label: string;
  span: Span;
  /** Zero until it is known: then the cards are drawn. */
  width: number;
  now: number;
  /** Minute of the day at which the now-line lies, where this column has one. */
  nowMinute: number | undefined;
  /** The appointment that the Tab key reaches, and the one whose panel is open. */
  reached: string | undefined;
  open: string | undefined;
  may: boolean;
}

/** One practitioner's day: hours behind, appointments in front. */
export const GridColumn = memo(function GridColumn({ column, label, span, width, now, nowMinute, reached, open, may }: Props) {
  const t = useWords(scheduleWords);
  const box = ({ start, end }: Stretch) => ({
    top: heightOf(Math.max(start, span.first) - span.first),
    height: heightOf(end - Math.max(start, span.first)),
  });
  return (
    <div className={classes['column']} data-key={column.key}>
      {column.worked.map((shift) => (
        <div key={shift.start} className={classes['worked']} style={box(shift)} />
      ))}
      <div className={classes['lines']} />
      {column.away.map((off) => (
        <div key={off.id} className={classes['away']} style={box(off)}>
          <span>{off.reason ?? t('off')}</span>
        </div>
      ))}
      <ol className={classes['cards']} aria-label={label}>
        {width > 0 &&
          column.cards.map((card) => (
            <AppointmentCard
              key={card.appointment.id}
              card={card}
              first={span.first}
              columnWidth={width - CARD_MARGIN}
              now={now}
              reached={reached === card.appointment.id}
              open={open === card.appointment.id}
              may={may}
            />
          ))}
      </ol>
      {nowMinute !== undefined && <div className={classes['now']} style={{ top: heightOf(nowMinute - span.first) }} />}
    </div>
  );
});

/** Kept free beside the cards, so that empty time can be hit next to an appointment. */
const CARD_MARGIN = 10;

export function useColumnLabel(): (column: Column) => string {
  const t = useWords(scheduleWords);
  const format = useFormat();
  return ({ practitioner, date, cards }) =>
    `${practitioner.displayName}, ${format.civil(date, 'longDate')}, ${t('appointments', { count: cards.length })}`;
}
