import { answerEarly, askEarly, earlyAsked, isEarly } from './early-arrival.js';
import type { Appointment } from '../../data/appointments.js';

// Half past nine in the evening of the 29th in Vancouver, half past midnight of the 30th in Toronto.
const now = Date.parse('2026-11-30T05:30:00Z');
const appointment = (start: string, timeZone: string) => ({ id: start, start, location: { timeZone } }) as Appointment;

it('is early on a day before the appointment’s, by the clock of its place', () => {
  expect(isEarly(appointment('2026-11-30T17:00:00Z', 'America/Toronto'), now)).toBe(false);
  expect(isEarly(appointment('2026-11-30T17:00:00Z', 'America/Vancouver'), now)).toBe(true);
  expect(isEarly(appointment('2026-11-30T05:45:00Z', 'America/Vancouver'), now)).toBe(false);
  expect(isEarly(appointment('2026-11-20T17:00:00Z', 'America/Toronto'), now)).toBe(false);
});

it('asks about one appointment at a time, and takes the answer once', async () => {
  const first = askEarly(appointment('a', 'UTC'));
  const second = askEarly(appointment('b', 'UTC'));
  expect(await first).toBe(false);
  expect(earlyAsked()?.id).toBe('b');
  answerEarly(true);
  answerEarly(false);
  expect(await second).toBe(true);
  expect(earlyAsked()).toBeUndefined();
});
