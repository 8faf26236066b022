import { nextVisit, partVisits } from './next-visit.js';

type Status = Parameters<typeof nextVisit>[0][number]['status'];
const NOW = Date.parse('2026-11-24T15:00:00Z');
const TODAY = Date.parse('2026-11-24T05:00:00Z');
const visit = (start: string, status: Status) => ({ start, status });

const lastWeek = visit('2026-11-17T14:00:00Z', 'completed');
const forgotten = visit('2026-11-20T14:00:00Z', 'booked');
const thisMorning = visit('2026-11-24T14:00:00Z', 'arrived');
const cancelled = visit('2026-11-25T14:00:00Z', 'cancelled');
const requested = visit('2026-11-26T14:00:00Z', 'pending');
const confirmed = visit('2026-11-27T14:00:00Z', 'confirmed');
const all = [lastWeek, forgotten, thisMorning, cancelled, requested, confirmed];

describe('the visits of a patient', () => {
  it('have as their next the first that is still expected, whatever was cancelled before it', () => {
    expect(nextVisit(all, NOW)).toBe(requested);
    expect(nextVisit([forgotten, thisMorning, cancelled], NOW)).toBeUndefined();
  });

  it('are to come, next first, or over, last first; who is here is not over', () => {
    expect(partVisits(all, TODAY)).toEqual({
      upcoming: [thisMorning, requested, confirmed],
      past: [cancelled, forgotten, lastWeek],
    });
  });
});
