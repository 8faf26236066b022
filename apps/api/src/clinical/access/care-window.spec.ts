import { APPOINTMENT_STATUSES, KEPT_STATUSES, LIVE_STATUSES } from '@keel/contracts';
import fc from 'fast-check';
import { type CareAppointment, careWindow, opensAt, OWN_BOOKING_OPENS_DAYS, tookPlace, APPOINTMENT_OPENS_DAYS } from './care-window.js';

const DAY = 86_400_000;
const START = Date.UTC(2028, 1, 29, 15);

const appointments = fc.record({
  status: fc.constantFrom(...APPOINTMENT_STATUSES),
  start: fc.integer({ min: START - 500 * DAY, max: START + 500 * DAY }),
  length: fc.integer({ min: 1, max: 8 * 60 }),
  own: fc.boolean(),
  received: fc.option(
    fc.record({ at: fc.integer({ min: START - 600 * DAY, max: START + 600 * DAY }), byOthers: fc.boolean(), justified: fc.boolean() }),
    { nil: undefined },
  ),
});
const appointment = appointments.map(({ length, ...rest }): CareAppointment => ({ ...rest, end: rest.start + length * 60_000 }));
const instant = fc.integer({ min: START - 1000 * DAY, max: START + 1000 * DAY });

describe('what an appointment opens', () => {
  it('is nothing once it is off, and nothing before it is approved', () => {
    fc.assert(
      fc.property(appointment, instant, (one, at) => {
        const care = LIVE_STATUSES.includes(one.status) && one.status !== 'pending';
        if (!care) expect(opensAt(one, at)).toBe(false);
        expect(careWindow(one) !== undefined).toBe(care);
      }),
    );
  });

  it('ends for good: what is closed after it was open never opens again by itself', () => {
    fc.assert(
      fc.property(appointment, instant, instant, instant, (one, a, b, c) => {
        const [first, second, third] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        if (opensAt(one, first) && opensAt(one, third)) expect(opensAt(one, second)).toBe(true);
      }),
    );
  });

  it('is open while the appointment takes place', () => {
    fc.assert(
      fc.property(appointment, (one) => {
        if (careWindow(one)) expect([one.start, one.end].every((at) => opensAt(one, at))).toBe(true);
      }),
    );
  });

  it('is never more for one’s own booking than for a colleague’s, and nothing before the week', () => {
    fc.assert(
      fc.property(appointment, instant, (one, at) => {
        if (opensAt({ ...one, own: true }, at)) expect(opensAt({ ...one, own: false }, at)).toBe(true);
        if (at < one.start - OWN_BOOKING_OPENS_DAYS * DAY) expect(opensAt({ ...one, own: true }, at)).toBe(false);
      }),
    );
  });

  it('is bounded on both sides: no appointment keeps a chart open longer than a season before it and a year after', () => {
    fc.assert(
      fc.property(appointment, instant, (one, at) => {
        if (at < one.start - APPOINTMENT_OPENS_DAYS * DAY || at >= one.end + 365 * DAY) expect(opensAt(one, at)).toBe(false);
      }),
    );
  });

  it('lasts longer after an appointment that took place than after one that nobody marked', () => {
    const received = { at: START, byOthers: false };
    const until = (status: CareAppointment['status']) =>
      careWindow({ status, start: START, end: START + DAY, own: false, received })?.until ?? 0;
    expect(until('completed')).toBeGreaterThan(until('booked'));
    expect(until('arrived')).toBe(until('completed'));
  });

  it('is what the booking opens, where its reader alone says late that it took place', () => {
    fc.assert(
      fc.property(appointment, instant, (one, at) => {
        const late = { at: Math.max(at, one.start + 2 * DAY), byOthers: false, justified: false };
        const word: CareAppointment = { ...one, received: late };
        expect(tookPlace(word)).toBe(false);
        if (KEPT_STATUSES.includes(one.status)) expect(careWindow(word)).toEqual(careWindow({ ...word, status: 'booked' }));
        if (KEPT_STATUSES.includes(one.status)) expect(tookPlace({ ...word, received: { ...late, byOthers: true } })).toBe(true);
      }),
    );
  });
});
