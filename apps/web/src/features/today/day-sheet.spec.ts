import fc from 'fast-check';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '@keel/contracts';
import type { Appointment } from '../../data/appointments.js';
import { type Line, linesOf, neighbour, appointmentToBeginWith } from './day-sheet.js';

const at = (clock: string) => new Date(`2026-12-01T${clock}:00Z`).toISOString();
const appointment = (id: string, start: string, end: string, status: AppointmentStatus = 'booked') =>
  ({ id, start: at(start), end: at(end), status }) as Appointment;
/** The whole day. */
const OPEN = [{ start: Date.parse(at('00:00')), end: Date.parse(at('23:59')) }];
const told = (lines: Line[]) =>
  lines.map((line) => (line.kind === 'appointment' ? line.appointment.id : line.kind === 'gap' ? line.minutes : 'now'));

const morning = [appointment('a', '09:00', '09:45'), appointment('b', '09:45', '10:30'), appointment('c', '11:30', '12:00')];

describe('a day sheet', () => {
  it('has the appointments in order, and the free time between them', () => {
    expect(told(linesOf(morning.toReversed(), undefined, OPEN))).toEqual(['a', 'b', 60, 'c']);
  });

  it('marks where the day is now', () => {
    const now = (clock: string) => told(linesOf(morning, Date.parse(at(clock)), OPEN));
    expect(now('08:00')).toEqual(['now', 'a', 'b', 60, 'c']);
    expect(now('09:50')).toEqual(['a', 'b', 'now', 60, 'c']);
    expect(now('10:45')).toEqual(['a', 'b', 60, 'now', 'c']);
    expect(now('13:00')).toEqual(['a', 'b', 60, 'c', 'now']);
    expect(told(linesOf([], Date.parse(at('10:00')), OPEN))).toEqual(['now']);
  });

  it('counts the time of a cancelled appointment as free', () => {
    const day = [appointment('a', '09:00', '09:45'), appointment('x', '10:00', '10:30', 'cancelled'), appointment('c', '10:30', '11:00')];
    expect(told(linesOf(day, undefined, OPEN))).toEqual(['a', 'x', 45, 'c']);
  });

  it('does not count closed time as free, nor any while the hours are not known', () => {
    const day = [appointment('a', '09:00', '10:00'), appointment('c', '15:00', '15:30')];
    const open = (...spans: [string, string][]) =>
      spans.map(([start, end]) => ({ start: Date.parse(at(start)), end: Date.parse(at(end)) }));
    const lines = linesOf(day, Date.parse(at('12:30')), open(['08:00', '12:00'], ['13:00', '17:00']));
    expect(told(lines)).toEqual(['a', 120, 'now', 120, 'c']);
    expect(lines.flatMap((line) => (line.kind === 'gap' ? [line.start] : []))).toEqual([at('10:00'), at('13:00')]);
    expect(told(linesOf(day, undefined, open(['08:00', '10:00'])))).toEqual(['a', 'c']);
    expect(told(linesOf(day, undefined, undefined))).toEqual(['a', 'c']);
  });

  it('does not call the end of a longer appointment over which another was booked free', () => {
    const day = [appointment('a', '09:00', '11:00'), appointment('b', '09:15', '09:30'), appointment('c', '11:00', '11:30')];
    expect(told(linesOf(day, undefined, OPEN))).toEqual(['a', 'b', 'c']);
  });

  it('shows each appointment once and now once, whatever the day', () => {
    const minute = fc.integer({ min: 0, max: 1380 });
    const one = fc.record({ start: minute, length: fc.integer({ min: 5, max: 59 }), status: fc.constantFrom(...APPOINTMENT_STATUSES) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), minute, (day, now) => {
        const midnight = Date.parse(at('00:00'));
        const instant = (minutes: number) => new Date(midnight + minutes * 60_000).toISOString();
        const appointments = day.map(
          ({ start, length, status }, index) =>
            ({ id: String(index), start: instant(start), end: instant(start + length), status }) as Appointment,
        );
        const lines = linesOf(appointments, midnight + now * 60_000, OPEN);
        expect(lines.filter(({ kind }) => kind === 'appointment')).toHaveLength(appointments.length);
        expect(lines.filter(({ kind }) => kind === 'now')).toHaveLength(1);
        for (const line of lines) if (line.kind === 'gap') expect(line.minutes).toBeGreaterThanOrEqual(15);
      }),
    );
  });
});

describe('the appointment to begin with', () => {
  const now = Date.parse(at('10:00'));

  it('is who is in the room, then who waits, then who comes next', () => {
    const ahead = [appointment('a', '09:00', '09:45', 'completed'), appointment('b', '09:45', '10:30'), appointment('c', '11:30', '12:00')];
    expect(appointmentToBeginWith(ahead, now)?.id).toBe('b');
    expect(appointmentToBeginWith([...ahead, appointment('d', '12:00', '13:00', 'arrived')], now)?.id).toBe('d');
    expect(
      appointmentToBeginWith(
        [...ahead, appointment('d', '12:00', '13:00', 'arrived'), appointment('e', '13:00', '14:00', 'in_session')],
        now,
      )?.id,
    ).toBe('e');
  });

  it('is the last one that stands when the day is over, and some one where none stands', () => {
    expect(
      appointmentToBeginWith([appointment('a', '08:00', '08:30', 'completed'), appointment('x', '09:00', '09:30', 'cancelled')], now)?.id,
    ).toBe('a');
    expect(appointmentToBeginWith([appointment('x', '09:00', '09:30', 'cancelled')], now)?.id).toBe('x');
    expect(appointmentToBeginWith([], now)).toBeUndefined();
  });
});

it('goes to the neighbour and stops at the ends', () => {
  const lines = linesOf(morning, Date.parse(at('09:00')), OPEN);
  expect(neighbour(lines, 'a', 1)).toBe('b');
  expect(neighbour(lines, 'b', 1)).toBe('c');
  expect(neighbour(lines, 'c', 1)).toBeUndefined();
  expect(neighbour(lines, 'a', -1)).toBeUndefined();
  expect(neighbour(lines, undefined, 1)).toBe('a');
  expect(neighbour(lines, 'gone', -1)).toBe('c');
});
