import type { Axis, Span } from '../axis.js';
import type { GridColumn, PlacedAppointment } from '../columns.js';
import type { GridShape } from '../drop.js';
import type { Held, LastMove, Target } from './change.js';

/** What pointer and keyboard are given to work with, as it is at the moment. */
export interface Host {
  scroller: HTMLElement;
  axis: Axis;
  columns: readonly GridColumn[];
  span: Span;
  shape: GridShape;
  /** False for who may look only. */
  may: boolean;
  /** The last move, as long as it may not be drawn yet. */
  last: () => LastMove | undefined;
  /** Shows where something would come to lie, or nothing any more. */
  show: (shown: Shown | undefined) => void;
  drop: (held: Held, by: 'pointer' | 'keyboard') => Promise<void>;
  /** Empty time was chosen for a new appointment; its length too where it was drawn. */
  draw: (target: Target, drawn: boolean) => void;
  announce: (target: Target) => void;
  refuse: (why: 'begun' | 'profession') => void;
}

/** Something being moved, resized or drawn. */
export interface Shown extends Target {
  held?: Held;
  /** True where it may not be dropped. */
  not?: boolean;
}

export const cardOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-appointment]') : null;

/** The appointment of a card, and which column it is in. */
export function findCard(
  { columns }: Pick<Host, 'columns'>,
  element: HTMLElement | null,
): { card: PlacedAppointment; from: number } | undefined {
  const id = element?.dataset['appointment'];
  for (const [from, { cards }] of columns.entries()) {
    const card = cards.find(({ appointment }) => appointment.id === id);
    if (card) return { card, from };
  }
  return undefined;
}
