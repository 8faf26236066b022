import type { Span, Stretch } from './axis.js';

/** How the grid is drawn, in pixels of its content: what is scrolled away counts. */
export interface GridShape {
  /** Width of the hours at the left and height of the heads above. */
  gutter: number;
  head: number;
  columnWidth: number;
  columns: number;
  span: Span;
}

export interface Place {
  column: number;
  minute: number;
}

/** 15 minutes are 24 px: an appointment that short can be read, and hit with a finger. */
export const PIXELS_PER_MINUTE = 1.6;
/** Appointments are moved and made in steps of this. */
export const STEP_MINUTES = 15;

export const heightOf = (minutes: number): number => minutes * PIXELS_PER_MINUTE;

/** The nearest step, or the last one before. */
export function snap(minute: number, how: 'nearest' | 'down' = 'nearest'): number {
  const steps = minute / STEP_MINUTES;
  return (how === 'nearest' ? Math.round(steps) : Math.floor(steps)) * STEP_MINUTES;
}

/** What lies at a point; beyond an edge the last column or minute before it. */
export function placeAt({ gutter, head, columnWidth, columns, span }: GridShape, x: number, y: number): Place {
  const column = Math.floor((x - gutter) / columnWidth);
  return {
    column: clamp(column, 0, columns - 1),
    minute: clamp(span.first + (y - head) / PIXELS_PER_MINUTE, span.first, span.last),
  };
}

/** An appointment dropped so that the minute at which it was taken hold of lies at `minute`: on a step, as long as it was, inside the day. */
export function droppedAt(minute: number, grip: number, length: number, { first, last }: Span): Stretch {
  const latest = Math.max(first, snap(last - length, 'down'));
  const start = clamp(snap(minute - grip), first, latest);
  return { start, end: start + length };
}

/** An appointment whose end is drawn to `minute`: a step long at least. */
export function stretchedTo(start: number, minute: number, { last }: Span): Stretch {
  return { start, end: clamp(snap(minute), start + STEP_MINUTES, Math.max(last, start + STEP_MINUTES)) };
}

/** What is drawn over empty time, in either direction: whole steps, one at least. */
export function drawnBetween(from: number, to: number, { first, last }: Span): Stretch {
  const start = clamp(snap(Math.min(from, to), 'down'), first, last - STEP_MINUTES);
  const end = clamp(Math.ceil(Math.max(from, to) / STEP_MINUTES) * STEP_MINUTES, start + STEP_MINUTES, last);
  return { start, end };
}

/** How fast the grid scrolls while something is held near its edge, in pixels a frame: faster the nearer, none elsewhere. */
export function edgeSpeed(position: number, start: number, end: number): number {
  const EDGE = 44;
  const FASTEST = 14;
  if (end - start < 3 * EDGE) return 0;
  if (position < start + EDGE) return -Math.ceil((FASTEST * Math.min(EDGE, start + EDGE - position)) / EDGE);
  if (position > end - EDGE) return Math.ceil((FASTEST * Math.min(EDGE, position - end + EDGE)) / EDGE);
  return 0;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
