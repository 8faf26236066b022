import { reversibleUntil } from './payment-facts.js';

describe('a payment can be taken back', () => {
  it.each([
    // Half past eleven at night in Toronto, half past midnight in Halifax: the clock of the place decides.
    ['America/Toronto', '2026-11-24T04:30:00Z', '2026-11-24T05:00:00.000Z'],
    ['America/Halifax', '2026-11-24T04:30:00Z', '2026-11-25T04:00:00.000Z'],
    // Days on which the clocks change have 23 and 25 hours.
    ['America/Toronto', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00.000Z'],
    ['America/Toronto', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00.000Z'],
  ])('until midnight in %s where it was taken at %s', (zone, at, until) => {
    expect(reversibleUntil(new Date(at), zone).toISOString()).toBe(until);
  });
});
