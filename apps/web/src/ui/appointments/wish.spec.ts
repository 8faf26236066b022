import { addDays, isKeptDay } from '@keel/calendar';
import fc from 'fast-check';
import { clockOf, moveOf, rebased, startOf, wishOf } from './wish.js';

const ZONE = 'America/Toronto';
const appointment = { start: '2026-12-01T15:00:00.000Z', practitionerId: 'p' };

describe('a wished time', () => {
  it('begins where the appointment is', () => {
    expect(wishOf(ZONE, appointment)).toEqual({ day: '2026-12-01', clock: '10:00', practitionerId: 'p', exact: appointment.start });
    expect(moveOf(ZONE, appointment, wishOf(ZONE, appointment))).toBeUndefined();
  });

  it('is by the clinic’s clock, whatever the device’s', () => {
    expect(startOf(ZONE, { day: '2026-07-01', clock: '10:00', practitionerId: 'p' })).toBe('2026-07-01T14:00:00.000Z');
    expect(startOf('America/Vancouver', { day: '2026-12-01', clock: '10:00', practitionerId: 'p' })).toBe('2026-12-01T17:00:00.000Z');
  });

  it('is none while a field is empty', () => {
    expect(startOf(ZONE, { day: '', clock: '10:00', practitionerId: 'p' })).toBeUndefined();
    expect(startOf(ZONE, { day: '2026-12-01', clock: '', practitionerId: 'p' })).toBeUndefined();
    expect(startOf(ZONE, { day: '2026-02-30', clock: '10:00', practitionerId: 'p' })).toBeUndefined();
  });

  it('is none in the hour that the clock skips, instead of an hour later', () => {
    expect(startOf(ZONE, { day: '2027-03-14', clock: '01:55', practitionerId: 'p' })).toBe('2027-03-14T06:55:00.000Z');
    expect(startOf(ZONE, { day: '2027-03-14', clock: '02:00', practitionerId: 'p' })).toBeUndefined();
    expect(startOf(ZONE, { day: '2027-03-14', clock: '02:59', practitionerId: 'p' })).toBeUndefined();
    expect(startOf(ZONE, { day: '2027-03-14', clock: '03:00', practitionerId: 'p' })).toBe('2027-03-14T07:00:00.000Z');
  });

  it('may name the same time with somebody else', () => {
    const move = moveOf(ZONE, appointment, { ...wishOf(ZONE, appointment), practitionerId: 'q' });
    expect(move).toEqual({ start: appointment.start, practitionerId: 'q' });
  });

  it('keeps the very instant of a free time in the hour that is lived twice', () => {
    // 01:30 the second time, on the morning when Toronto’s clocks go back.
    const second = '2026-11-01T06:30:00.000Z';
    const wish = wishOf(ZONE, { start: second, practitionerId: 'p' });
    expect(wish.clock).toBe('01:30');
    expect(startOf(ZONE, wish)).toBe(second);
    expect(startOf(ZONE, { ...wish, exact: undefined })).toBe('2026-11-01T05:30:00.000Z');
  });

  it('reads back as the clock that was typed, but for hours that a zone skips', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2022-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 4 * 60, max: 1439 }), (civil, minutes) => {
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const start = startOf(ZONE, { day: civil, clock, practitionerId: 'p' });
        expect(isKeptDay(civil) && start && clockOf(ZONE, start)).toBe(clock);
      }),
    );
  });
});

describe('a wish for an appointment that was changed meanwhile', () => {
  const begun = wishOf(ZONE, appointment);
  const now = wishOf(ZONE, { start: '2026-12-03T19:00:00.000Z', practitionerId: 'q' });

  it.each([
    ['nothing', begun, now],
    ['the day', { ...begun, day: '2026-12-08', exact: undefined }, { ...now, day: '2026-12-08', exact: undefined }],
    ['the time', { ...begun, clock: '11:00', exact: undefined }, { ...now, clock: '11:00', exact: undefined }],
    ['with whom', { ...begun, practitionerId: 'r', exact: undefined }, { ...now, practitionerId: 'r' }],
  ])('takes from it what nobody touched: %s was', (_, wish, expected) => {
    expect(rebased(wish, begun, now)).toEqual(expected);
  });

  it('keeps a free time that was chosen as a whole, though it is at the hour of before', () => {
    const chosen = { ...begun, day: '2026-12-08', exact: '2026-12-08T15:00:00.000Z' };
    expect(rebased(chosen, begun, now)).toEqual({ ...chosen, practitionerId: 'q' });
  });
});
