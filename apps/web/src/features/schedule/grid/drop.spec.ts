import fc from 'fast-check';
import { drawnBetween, droppedAt, edgeSpeed, type GridShape, heightOf, placeAt, snap, STEP_MINUTES, stretchedTo } from './drop.js';

const shapes: fc.Arbitrary<GridShape> = fc.record({
  gutter: fc.constantFrom(44, 56),
  head: fc.constantFrom(48, 52),
  columnWidth: fc.integer({ min: 104, max: 420 }),
  columns: fc.integer({ min: 1, max: 10 }),
  span: fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 14, max: 25 }))
    .map(([first, last]) => ({ first: first * 60, last: last * 60 })),
});
const SPAN = { first: 420, last: 1200 };
const minutes = fc.integer({ min: 420, max: 1200 });

/** The nearest of all steps of two days, by trying each. */
function nearestStep(minute: number): number {
  const steps = Array.from({ length: 300 }, (_, index) => (index - 100) * STEP_MINUTES);
  return steps.reduce((best, one) => (Math.abs(one - minute) < Math.abs(best - minute) ? one : best));
}

describe('a point of the grid', () => {
  it('lies in the column and at the minute that are drawn there', () => {
    fc.assert(
      fc.property(shapes, fc.nat(9), fc.nat(1499), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (shape, wanted, offset, inside) => {
        const column = wanted % shape.columns;
        const minute = shape.span.first + (offset % (shape.span.last - shape.span.first));
        const x = shape.gutter + (column + inside) * shape.columnWidth;
        const place = placeAt(shape, x, shape.head + heightOf(minute - shape.span.first));
        expect(place.column).toBe(column);
        expect(place.minute).toBeCloseTo(minute, 6);
      }),
    );
  });

  it('beyond an edge is the last one before it', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: -5000, max: 9000 }), fc.integer({ min: -5000, max: 9000 }), (shape, x, y) => {
        const { column, minute } = placeAt(shape, x, y);
        expect(Number.isInteger(column) && column >= 0 && column < shape.columns).toBe(true);
        expect(minute >= shape.span.first && minute <= shape.span.last).toBe(true);
      }),
    );
  });
});

describe('a step', () => {
  it('is the nearest, as trying each of them finds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        (minute) => Math.abs(snap(minute) - minute) === Math.abs(nearestStep(minute) - minute),
      ),
    );
    expect([snap(22), snap(23), snap(29, 'down')]).toEqual([15, 30, 15]);
  });
});

describe('what is dropped, stretched or drawn', () => {
  it('keeps its length when dropped, on a step inside the hours shown', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 59 }), fc.constantFrom(15, 20, 45, 60, 90), (minute, grip, length) => {
        const { start, end } = droppedAt(minute, grip, length, SPAN);
        expect(end - start).toBe(length);
        expect(start % STEP_MINUTES).toBe(0);
        expect(start >= SPAN.first && end <= SPAN.last).toBe(true);
      }),
    );
  });

  it('goes nowhere when dropped where it was taken, if it lay on a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 28, max: 70 }), fc.integer({ min: 0, max: 44 }), (steps, grip) => {
        const start = steps * STEP_MINUTES;
        expect(droppedAt(start + grip, grip, 45, SPAN)).toEqual({ start, end: start + 45 });
      }),
    );
  });

  it('never ends before it begins when stretched or drawn', () => {
    fc.assert(
      fc.property(minutes, minutes, (from, to) => {
        const stretched = stretchedTo(snap(from, 'down'), to, SPAN);
        expect(stretched.end - stretched.start).toBeGreaterThanOrEqual(STEP_MINUTES);
        const drawn = drawnBetween(from, to, SPAN);
        expect(drawn).toEqual(drawnBetween(to, from, SPAN));
        expect(drawn.start % STEP_MINUTES === 0 && drawn.end % STEP_MINUTES === 0).toBe(true);
        expect(drawn.end - drawn.start).toBeGreaterThanOrEqual(STEP_MINUTES);
        expect(drawn.start >= SPAN.first && drawn.end <= SPAN.last).toBe(true);
        const [low, high] = [Math.min(from, to), Math.max(from, to)];
        if (low < SPAN.last - STEP_MINUTES) expect(drawn.start <= low && drawn.end >= high).toBe(true);
      }),
    );
  });
});

describe('the edge of the grid', () => {
  it('pulls the more the nearer, and not in the middle', () => {
    expect(edgeSpeed(400, 100, 800)).toBe(0);
    expect(edgeSpeed(100, 100, 800)).toBe(-14);
    expect(edgeSpeed(2000, 100, 800)).toBe(14);
    expect(edgeSpeed(140, 100, 800)).toBeGreaterThan(edgeSpeed(110, 100, 800));
    expect(edgeSpeed(100, 100, 200)).toBe(0);
  });
});
