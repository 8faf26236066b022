import { useEffect } from 'react';
import { type GridShape, heightOf } from '../drop.js';
import classes from '../grid.module.css';
import type { Shown } from './host.js';

/** Where something would come to lie, with its time; what is moved is faint meanwhile. */
export function Ghost({ shown, shape, label }: { shown: Shown; shape: GridShape | undefined; label: string }) {
  const id = shown.held?.card.appointment.id;
  useEffect(() => {
    const card = id && document.querySelector<HTMLElement>(`[data-appointment="${id}"]`);
    if (!card) return undefined;
    card.dataset['moving'] = 'true';
    return () => {
      delete card.dataset['moving'];
    };
  }, [id]);
  if (!shape) return null;
  const { column, start, end, not } = shown;
  return (
    <div
      className={classes['ghost']}
      data-not={not || undefined}
      style={{
        insetInlineStart: shape.gutter + column * shape.columnWidth,
        inlineSize: shape.columnWidth,
        top: shape.head + heightOf(start - shape.span.first),
        height: heightOf(Math.max(end - start, 15)),
      }}
      aria-hidden
    >
      <span>{label}</span>
    </div>
  );
}
