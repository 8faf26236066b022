import type { BodyChart, BodyView, ChartPoint, ChartStroke } from '@keel/contracts';
import { useId } from 'react';
import { useWords } from '../../../i18n/words.js';
import { BodyPicture, Stroke } from './body-picture.js';
import { useBodyNames } from './use-body-names.js';
import { bodyWords } from './body-words.js';
import classes from './body-chart.module.css';
import { GRID } from './geometry.js';
import { PICTURES } from './outlines.js';
import { type Pen, pointOf, useCross, useLine } from './use-hand.js';

interface Props {
  view: BodyView;
  chart: BodyChart;
  /** Drawing, or placing a marker where there is none. */
  pen: Pen | undefined;
  onStroke: (stroke: ChartStroke) => void;
  onMarker: (view: BodyView, at: ChartPoint) => void;
  /** The cross was moved by the keyboard. */
  onAim: (view: BodyView, at: ChartPoint) => void;
  onUndo: () => void;
}

/** One side of the body, drawn on by pen, finger or mouse; by keyboard a cross is moved and a marker placed under it. */
export function BodyViewInput({ view, chart, pen, onStroke, onMarker, onAim, onUndo }: Props) {
  const t = useWords(bodyWords);
  const names = useBodyNames();
  const help = useId();
  const { line, handlers } = useLine(pen, (points) => pen && onStroke({ view, ...pen, points }));
  const { cross, onKeyDown, hide } = useCross({ onUndo, onAim: (at) => onAim(view, at), onPlace: (at) => onMarker(view, at) });
  return (
    <figure className={classes['view']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a surface to draw on, by hand and by keys */}
      <svg
        viewBox={PICTURES[view].viewBox}
        className={classes['picture']}
        data-drawing={pen ? true : undefined}
        role="application"
        tabIndex={0}
        aria-label={names.view(view)}
        aria-describedby={help}
        {...handlers}
        // Of a pointer: a key's click has no place.
        onClick={(event) => {
          hide();
          if (!pen && event.detail > 0) onMarker(view, pointOf(event));
        }}
        onKeyDown={onKeyDown}
        onBlur={hide}
      >
        <BodyPicture view={view} chart={chart} />
        {line && pen && <Stroke stroke={{ view, ...pen, points: line }} />}
        {cross && <Cross at={cross} />}
        <Sides view={view} />
      </svg>
      <figcaption className={classes['caption']}>{names.view(view)}</figcaption>
      <span id={help} hidden>
        {t('chart.keys')}
      </span>
    </figure>
  );
}

const ARM = 40;

function Cross({ at: [x, y] }: { at: ChartPoint }) {
  return <path className={classes['cross']} d={`M${x * GRID - ARM} ${y * GRID}h${2 * ARM}M${x * GRID} ${y * GRID - ARM}v${2 * ARM}`} />;
}

/** Which side of the picture is the patient's left. */
export function Sides({ view }: { view: BodyView }) {
  const t = useWords(bodyWords);
  const { viewBox, sides } = PICTURES[view];
  const [left = 0, top = 0, width = GRID] = viewBox.split(' ').map(Number);
  return sides?.map((side, at) => (
    <text
      key={side}
      className={classes['side']}
      x={at === 0 ? left + 16 : left + width - 16}
      y={top + 40}
      textAnchor={at === 0 ? 'start' : 'end'}
      aria-hidden="true"
    >
      {t(`side.${side}`)}
    </text>
  ));
}
