import type { ChartPoint } from '@keel/contracts';
import { getStroke } from 'perfect-freehand';
import type { Outline } from './outlines.js';

/** A view's unit square is shown on a grid of a thousand. */
export const GRID = 1000;

/** Thousandths of a view are as fine as a hand draws. */
export const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * GRID) / GRID;

const at = (value: number): number => Math.round(value * 10) / 10;

/** A closed curve through all points: Catmull-Rom, written as Bézier curves. */
export function smoothRing(ring: Outline): string {
  const point = (index: number) => ring[(index + ring.length) % ring.length] ?? [0, 0];
  const curves = ring.map((_, index) => {
    const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    return `C${at(bx + (cx - ax) / 6)} ${at(by + (cy - ay) / 6)} ${at(cx - (dx - bx) / 6)} ${at(cy - (dy - by) / 6)} ${cx} ${cy}`;
  });
  return `M${point(0).join(' ')}${curves.join('')}Z`;
}

/** A stroke as a path: from middle to middle of its points, which are the handles; a single point is a dot. */
export function strokePath(points: readonly ChartPoint[]): string {
  const grid = points.map(([x, y]) => [at(x * GRID), at(y * GRID)] as const);
  const [first, ...rest] = grid;
  if (!first) return '';
  const last = rest.at(-1);
  if (!last) return `M${first.join(' ')}l0 0.1`;
  const curves = rest.slice(0, -1).map(([x, y], index) => {
    const [nx, ny] = rest[index + 1] ?? last;
    return `Q${x} ${y} ${at((x + nx) / 2)} ${at((y + ny) / 2)}`;
  });
  return `M${first.join(' ')}${curves.join('')}L${last.join(' ')}`;
}

const STEPS = 6;

/** Points along the same curve, close enough for ink to flow. */
function along(points: readonly ChartPoint[]): ChartPoint[] {
  const mid = (a: ChartPoint, b: ChartPoint): ChartPoint => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  const curve: ChartPoint[] = [first];
  for (let index = 1; index < points.length - 1; index++) {
    const [before, handle, after] = [points[index - 1], points[index], points[index + 1]];
    if (!before || !handle || !after) continue;
    const start = index === 1 ? before : mid(before, handle);
    const end = index === points.length - 2 ? after : mid(handle, after);
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      const blend = (axis: 0 | 1) => (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * handle[axis] + t ** 2 * end[axis];
      curve.push([blend(0), blend(1)]);
    }
  }
  return curve;
}

/** A pen's stroke as the outline of its ink, which swells and thins as a hand's does. */
export function inkPath(points: readonly ChartPoint[], width: number): string {
  const grid = along(points).map(([x, y]) => [x * GRID, y * GRID]);
  const outline = getStroke(grid, { size: width * GRID, thinning: 0.35, smoothing: 0.6, streamline: 0.2, last: true });
  const [first, ...rest] = outline.map(([x, y]) => `${at(x)} ${at(y)}`);
  return first ? `M${first}L${rest.join('L')}Z` : '';
}

/** How far a point lies from the line between two others. */
function offLine([x, y]: ChartPoint, [ax, ay]: ChartPoint, [bx, by]: ChartPoint): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** The fewest of the points that keep the line within `tolerance` of where it was drawn (Douglas-Peucker), rounded. */
export function simplified(points: readonly ChartPoint[], tolerance = 0.0015): ChartPoint[] {
  const kept = new Set<number>([0, points.length - 1]);
  const spans: [from: number, to: number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let distance = tolerance;
    for (let index = from + 1; index < to; index++) {
      const [point, start, end] = [points[index], points[from], points[to]];
      if (!point || !start || !end) continue;
      const off = offLine(point, start, end);
      if (off > distance) [farthest, distance] = [index, off];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return [...kept]
    .sort((a, b) => a - b)
    .flatMap((index): ChartPoint[] => {
      const point = points[index];
      return point ? [[rounded(point[0]), rounded(point[1])]] : [];
    });
}
