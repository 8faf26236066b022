import { nextAppointment, partAppointments } from './next-appointment.js';

type Status = Parameters<typeof nextAppointment>[0][number]['status'];
const NOW = Date.parse('2026-11-24T15:00:00Z');
const TODAY = Date.parse('2026-11-24T05:00:00Z');
const appointment = (start: string, status: Status) => ({ start, status });

const lastWeek = appointment('2026-11-17T14:00:00Z', 'completed');
const forgotten = appointment('2026-11-20T14:00:00Z', 'booked');
const thisMorning = appointment('2026-11-24T14:00:00Z', 'arrived');
const cancelled = appointment('2026-11-25T14:00:00Z', 'cancelled');
const requested = appointment('2026-11-26T14:00:00Z', 'pending');
const confirmed = appointment('2026-11-27T14:00:00Z', 'confirmed');
const all = [lastWeek, forgotten, thisMorning, cancelled, requested, confirmed];

describe('the appointments of a patient', () => {
  it('have as their next the first that is still expected, whatever was cancelled before it', () => {
    expect(nextAppointment(all, NOW)).toBe(requested);
    expect(nextAppointment([forgotten, thisMorning, cancelled], NOW)).toBeUndefined();
  });

  it('are to come, next first, or over, last first; who is here is not over', () => {
    expect(partAppointments(all, TODAY)).toEqual({
      upcoming: [thisMorning, requested, confirmed],
      past: [cancelled, forgotten, lastWeek],
    });
  });
});
