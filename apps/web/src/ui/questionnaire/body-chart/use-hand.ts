import type { ChartPoint, ChartStroke } from '@keel/contracts';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import { GRID, rounded, simplified } from './geometry.js';

/** How the next stroke is drawn. */
export type Pen = Pick<ChartStroke, 'tool' | 'colour' | 'width'>;

/** Where on the picture a pointer is, in the unit square. */
export function pointOf(event: Pick<MouseEvent<SVGSVGElement>, 'clientX' | 'clientY' | 'currentTarget'>): ChartPoint {
  const toPicture = event.currentTarget.getScreenCTM()?.inverse();
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toPicture);
  return [rounded(x / GRID), rounded(y / GRID)];
}

/** Draws a line for as long as a pointer is down; without a pen it leaves pointers alone. */
export function useLine(pen: Pen | undefined, onLine: (points: ChartPoint[]) => void) {
  const [line, setLine] = useState<ChartPoint[]>();
  const handlers = {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (!pen || !event.isPrimary || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setLine([pointOf(event)]);
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (!line || !event.isPrimary) return;
      const { currentTarget } = event;
      const between = event.nativeEvent.getCoalescedEvents();
      const moves = between.length > 0 ? between : [event.nativeEvent];
      setLine([...line, ...moves.map(({ clientX, clientY }) => pointOf({ clientX, clientY, currentTarget }))]);
    },
    onPointerUp: () => {
      if (line) onLine(simplified(line));
      setLine(undefined);
    },
    onPointerCancel: () => setLine(undefined),
  };
  return { line, handlers };
}

const STEP = 0.02;
const FINE_STEP = 0.005;
const MIDDLE: ChartPoint = [0.5, 0.3];
const MOVES: Readonly<Record<string, ChartPoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface CrossActions {
  onAim: (at: ChartPoint) => void;
  onPlace: (at: ChartPoint) => void;
  onUndo: () => void;
}

/** A cross that the arrow keys move over the picture, and what Enter does under it. */
export function useCross({ onAim, onPlace, onUndo }: CrossActions) {
  const [cross, setCross] = useState<ChartPoint>();
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const at = cross ?? MIDDLE;
    if (move) {
      const step = event.shiftKey ? FINE_STEP : STEP;
      const next: ChartPoint = [rounded(at[0] + move[0] * step), rounded(at[1] + move[1] * step)];
      setCross(next);
      onAim(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      setCross(at);
      onPlace(at);
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
      onUndo();
    } else {
      return;
    }
    event.preventDefault();
  };
  return { cross, onKeyDown, hide: () => setCross(undefined) };
}
