import type { Interval } from '@keel/calendar';
import fc from 'fast-check';
import { type Extent, fit, fitBack, type Holding } from './fit.js';

const DAY = 60;
const stretch = fc
  .tuple(fc.integer({ min: 0, max: DAY - 1 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]): Interval => ({ start, end: start + length }));
const buffers = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
const around = ({ start, end }: Interval, [before, after]: [number, number]): Interval => ({ start: start - before, end: end + after });
const extent = fc.tuple(stretch, buffers).map(([appointment, kept]): Extent => ({ appointment, withBuffers: around(appointment, kept) }));
const holding = fc.tuple(extent, buffers).map(([held, then]): Holding => ({ ...held, taken: around(held.appointment, then) }));
const others = fc.array(stretch, { maxLength: 4 });

// The oracle: a stretch is its minutes.
const minutes = ({ start, end }: Interval) => Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
const among = (stretches: readonly Interval[]) => new Set(stretches.flatMap(minutes));
const meets = (one: Interval, stretches: readonly Interval[]) => minutes(one).some((minute) => among(stretches).has(minute));
const isIn = (one: Interval, whole: Interval) => whole.start <= one.start && one.end <= whole.end;
/** What is in nobody's way yet, as the exclusion constraint keeps it. */
const apart = (stretches: readonly Interval[], { taken }: Holding) => stretches.filter((one) => !meets(one, [taken]));

describe('the time of an appointment', () => {
  it('that has none yet must be free, apart from its buffers in time off', () => {
    fc.assert(
      fc.property(extent, others, others, (wanted, taken, timeOff) => {
        const { refusal, during } = fit(wanted, undefined, { taken, timeOff });
        expect(refusal).toBe(meets(wanted.appointment, timeOff) ? 'away' : meets(wanted.withBuffers, taken) ? 'taken' : null);
        expect(during).toEqual(wanted.withBuffers);
      }),
    );
  });

  it('never comes to lie over time that others have and it had not, and always holds the appointment', () => {
    fc.assert(
      fc.property(extent, holding, others, others, (wanted, held, some, timeOff) => {
        const taken = apart(some, held);
        const { refusal, during } = fit(wanted, held, { taken, timeOff });
        if (refusal) return;
        expect(meets(during, taken)).toBe(false);
        expect(isIn(wanted.appointment, during) && isIn(during, wanted.withBuffers)).toBe(true);
        const added = minutes(wanted.appointment).filter((minute) => !among([held.appointment]).has(minute));
        expect(added.some((minute) => among(timeOff).has(minute))).toBe(false);
      }),
    );
  });

  it('is never refused within the time that it has, whatever has come to lie there', () => {
    fc.assert(
      fc.property(holding, extent, others, others, (held, wish, taken, timeOff) => {
        const { start, end } = held.appointment;
        const from = start + (wish.appointment.start % (end - start));
        const appointment = { start: from, end: Math.min(end, from + wish.appointment.end - wish.appointment.start) };
        const now: [number, number] = [start - held.withBuffers.start, held.withBuffers.end - end];
        const { refusal, during } = fit({ appointment, withBuffers: around(appointment, now) }, held, { taken, timeOff });
        expect(refusal).toBeNull();
        expect(isIn(appointment, during)).toBe(true);
      }),
    );
  });

  it('is refused only for what it would take of others', () => {
    fc.assert(
      fc.property(extent, holding, others, others, (wanted, held, taken, timeOff) => {
        const { refusal } = fit(wanted, held, { taken, timeOff });
        const added = (whole: Interval, had: Interval) => minutes(whole).filter((minute) => !among([had]).has(minute));
        if (refusal === 'away') expect(added(wanted.appointment, held.appointment).some((minute) => among(timeOff).has(minute))).toBe(true);
        if (refusal === 'taken') expect(added(wanted.withBuffers, held.taken).some((minute) => among(taken).has(minute))).toBe(true);
        if (isIn(wanted.withBuffers, held.taken)) expect(refusal).not.toBe('taken');
      }),
    );
  });

  it('that was off is not refused for buffers that grew meanwhile, and comes to lie over nobody', () => {
    fc.assert(
      fc.property(holding, others, others, (held, taken, timeOff) => {
        const { appointment, withBuffers } = held;
        const { refusal, during } = fitBack(held, held.taken, { taken, timeOff });
        const again = minutes(held.taken).filter((minute) => among([withBuffers]).has(minute));
        const free = !again.some((minute) => among(taken).has(minute));
        expect(refusal).toBe(meets(appointment, timeOff) ? 'away' : free ? null : 'taken');
        if (refusal) return;
        expect(meets(during, taken)).toBe(false);
        expect(isIn(appointment, during) && isIn(during, withBuffers)).toBe(true);
        if (!meets(withBuffers, taken)) expect(during).toEqual(withBuffers);
      }),
    );
  });

  it('keeps the buffers that it always had: only what they grew by may be done without', () => {
    // Kept free of 40 minutes, of which the last ten have been another's since the buffers grew.
    const held: Holding = { appointment: { start: 20, end: 40 }, withBuffers: { start: 10, end: 50 }, taken: { start: 15, end: 45 } };
    const moved = (by: number): Extent => ({
      appointment: { start: 20 + by, end: 40 + by },
      withBuffers: { start: 10 + by, end: 50 + by },
    });
    const neighbours = {
      taken: [
        { start: 0, end: 15 },
        { start: 45, end: 60 },
      ],
      timeOff: [],
    };
    expect(fit(moved(0), held, neighbours)).toEqual({ during: held.taken, refusal: null });
    expect(fit(moved(3), held, neighbours).refusal).toBe('taken');
    expect(fit(moved(-3), held, neighbours).refusal).toBe('taken');
  });

  it('that was off asks for the whole of its appointment, whatever it had', () => {
    const wanted: Extent = { appointment: { start: 20, end: 40 }, withBuffers: { start: 15, end: 45 } };
    const back = (other: Interval) => fitBack(wanted, { start: 25, end: 35 }, { taken: [other], timeOff: [] }).refusal;
    expect([back({ start: 20, end: 22 }), back({ start: 38, end: 40 }), back({ start: 40, end: 60 })]).toEqual(['taken', 'taken', null]);
  });
});
