import { BODY_VIEWS, type ChartPoint } from '@keel/contracts';
import fc from 'fast-check';
import { inkPath, simplified, smoothRing, strokePath } from './geometry.js';
import { mirrored, PICTURES } from './outlines.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const line = fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 60 });

/** From a point to the nearest of a line of points. */
function distance([x, y]: ChartPoint, points: readonly ChartPoint[]): number {
  const pieces = points.slice(1).map((end, at) => [points[at] ?? end, end] as const);
  const off = ([[ax, ay], [bx, by]]: readonly [ChartPoint, ChartPoint]) => {
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    return Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
  };
  return Math.min(Math.hypot((points[0]?.[0] ?? 0) - x, (points[0]?.[1] ?? 0) - y), ...pieces.map(off));
}

describe('a stroke', () => {
  it('simplified keeps both its ends, and adds no point', () => {
    fc.assert(
      fc.property(line, (points) => {
        const fewer = simplified(points);
        expect(fewer.length).toBeLessThanOrEqual(points.length);
        for (const end of [0, -1]) {
          const [x = 0, y = 0] = points.at(end) ?? [];
          expect(Math.abs((fewer.at(end)?.[0] ?? 9) - x)).toBeLessThanOrEqual(0.0005);
          expect(Math.abs((fewer.at(end)?.[1] ?? 9) - y)).toBeLessThanOrEqual(0.0005);
        }
      }),
    );
  });

  it('that goes on along a line keeps to it with a few points', () => {
    const wave: ChartPoint[] = Array.from({ length: 500 }, (_, at) => [at / 500, 0.5 + Math.sin(at / 80) / 8]);
    const fewer = simplified(wave);
    expect(fewer.length).toBeLessThan(60);
    for (const point of wave) expect(distance(point, fewer)).toBeLessThan(0.003);
  });

  it('is drawn from its first point to its last, and a single point is a dot', () => {
    expect(strokePath([])).toBe('');
    expect(strokePath([[0.5, 0.25]])).toBe('M500 250l0 0.1');
    expect(
      strokePath([
        [0, 0],
        [0.5, 0.5],
        [1, 0],
      ]),
    ).toBe('M0 0Q500 500 750 250L1000 0');
  });
});

describe('ink', () => {
  it('covers where the pen went, and little else', () => {
    expect(inkPath([], 0.01)).toBe('');
    for (const points of [
      [[0.5, 0.5]],
      [
        [0.2, 0.2],
        [0.4, 0.4],
      ],
      [
        [0.1, 0.1],
        [0.5, 0.3],
        [0.9, 0.1],
      ],
    ] as ChartPoint[][]) {
      const numbers = (inkPath(points, 0.01).match(/[\d.]+/g) ?? []).map(Number);
      const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
      for (const [axis, given] of [xs, ys].entries()) {
        expect(Math.min(...given)).toBeGreaterThan(Math.min(...points.map((point) => point[axis] ?? 0)) * 1000 - 8);
        expect(Math.max(...given)).toBeLessThan(Math.max(...points.map((point) => point[axis] ?? 0)) * 1000 + 8);
      }
    }
  });
});

describe('the pictures', () => {
  it.each(BODY_VIEWS)('of %s lie in what is shown of them', (view) => {
    const { viewBox, outlines, pair, flipped } = PICTURES[view];
    const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number);
    const shown = outlines.flatMap((outline) => [...(flipped ? [] : [outline]), ...(pair || flipped ? [mirrored(outline)] : [])]).flat();
    for (const [x, y] of shown) {
      expect(x).toBeGreaterThanOrEqual(left);
      expect(x).toBeLessThanOrEqual(left + width);
      expect(y).toBeGreaterThanOrEqual(top);
      expect(y).toBeLessThanOrEqual(top + height);
    }
    for (const outline of outlines) expect(smoothRing(outline)).toMatch(/^M[\d. ]+(C[-\d. ]+)+Z$/);
  });
});
