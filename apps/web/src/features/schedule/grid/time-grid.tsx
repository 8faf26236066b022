import type { CivilDate } from '@keel/calendar';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type MouseEvent, type FocusEvent, type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { useNow } from '../../../ui/use-now.js';
import { useCan } from '../../../session/use-session.js';
import { scheduleWords } from '../schedule-words.js';
import { type Axis, hoursOf, instantAt, minuteAt, type Span } from './axis.js';
import { type GridColumn as Column, spanOfColumns } from './columns.js';
import { heightOf } from './drop.js';
import { GridColumn, useColumnLabel } from './grid-column.js';
import classes from './grid.module.css';
import { GridInteraction } from './interaction/grid-interaction.js';

interface Props {
  axis: Axis;
  columns: readonly Column[];
  today: CivilDate;
  head: (column: Column) => ReactNode;
}

/** Time downwards, practitioners or days beside each other. */
export function TimeGrid({ axis, columns, today, head }: Props) {
  const { appointment: open } = useSearch({ from: '/staff' });
  const t = useWords(scheduleWords);
  const now = useNow();
  const label = useColumnLabel();
  const span = useMemo(() => spanOfColumns(axis, columns), [axis, columns]);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useColumnWidth(scroller, columns.length);
  const minute = minuteAt(axis, today, now);
  const nowMinute = minute >= span.first && minute < span.last ? minute : undefined;
  const shown = `${columns[0]?.date} ${columns.at(-1)?.date} ${width > 0}`;
  useFirstScroll(scroller, shown, () => heightOf(firstToSee(columns, today, nowMinute, span) - span.first));
  const { reached, touch } = useReached(columns);
  const may = useCan()('appointment:book');
  return (
    <div className={classes['scroller']} ref={scroller} role="region" aria-label={t('grid')} tabIndex={0} {...touch}>
      <div
        className={classes['grid']}
        style={{ '--columns': columns.length, '--height': `${heightOf(span.last - span.first)}px` } as React.CSSProperties}
      >
        <div className={classes['corner']} />
        {columns.map((column) => (
          <div key={column.key} className={classes['head']} style={{ '--who': column.practitioner.colour } as React.CSSProperties}>
            {head(column)}
          </div>
        ))}
        <Hours axis={axis} date={columns[0]?.date ?? today} span={span} />
        {columns.map((column) => (
          <GridColumn
            key={column.key}
            column={column}
            label={label(column)}
            span={span}
            width={width}
            now={now}
            nowMinute={column.date === today ? nowMinute : undefined}
            reached={column.cards.some(({ appointment }) => appointment.id === reached) ? reached : undefined}
            open={column.cards.some(({ appointment }) => appointment.id === open) ? open : undefined}
            may={may}
          />
        ))}
      </div>
      {width > 0 && <GridInteraction scroller={scroller} axis={axis} columns={columns} span={span} columnWidth={width} />}
    </div>
  );
}

/** One card is reached by the Tab key: the last that had the focus, or the first; the others by arrows. A click opens. */
function useReached(columns: readonly Column[]) {
  const navigate = useNavigate();
  const [last, setLast] = useState<string>();
  const cards = columns.flatMap((column) => column.cards);
  const reached = cards.some(({ appointment }) => appointment.id === last) ? last : cards[0]?.appointment.id;
  const idOf = ({ target }: FocusEvent | MouseEvent) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-appointment]')?.dataset['appointment'] : undefined;
  const touch = {
    onFocus: (event: FocusEvent) => setLast((now) => idOf(event) ?? now),
    onClick: (event: MouseEvent) => {
      const appointment = idOf(event);
      if (appointment) void navigate({ to: '.', search: (now) => ({ ...now, appointment }) });
    },
  };
  return { reached, touch };
}

function Hours({ axis, date, span }: { axis: Axis; date: CivilDate; span: Span }) {
  const format = useFormat();
  return (
    <div className={classes['hours']} aria-hidden>
      {hoursOf(span).map((minute) => (
        <span key={minute} style={{ top: heightOf(minute - span.first) }}>
          {format.hour(new Date(instantAt(axis, date, minute)).toISOString())}
        </span>
      ))}
    </div>
  );
}

/** The minute to begin at: now, or the day's first appointment or shift; an hour of what was before stays in sight. */
function firstToSee(columns: readonly Column[], today: CivilDate, nowMinute: number | undefined, span: Span): number {
  if (nowMinute !== undefined && columns.some(({ date }) => date === today)) return nowMinute - 60;
  const starts = columns.flatMap(({ cards, worked }) => [...cards, ...worked].map(({ start }) => start));
  return Math.min(...starts, span.last) - 15;
}

/** How wide a column is drawn, once it is. */
function useColumnWidth(scroller: React.RefObject<HTMLDivElement | null>, columns: number): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || columns === 0) return undefined;
    const measure = () => setWidth(element.querySelector<HTMLElement>('[data-key]')?.offsetWidth ?? 0);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, columns]);
  return width;
}

/** The axis of a view: an elapsed one for a day, by the clock for several. */
export function useAxis(kind: Axis['kind']): Axis {
  const { zone } = useFormat();
  return useMemo(() => ({ kind, zone }), [kind, zone]);
}

/** Scrolls to a minute when other days come to be shown, and never while somebody looks at the same ones. */
function useFirstScroll(scroller: RefObject<HTMLElement | null>, shown: string, pixels: () => number): void {
  const latest = useRef(pixels);
  useLayoutEffect(() => {
    latest.current = pixels;
  });
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: latest.current() });
  }, [scroller, shown]);
}
