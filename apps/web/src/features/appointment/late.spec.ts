import { wouldBeLate } from './late.js';

describe('a late cancellation', () => {
  const start = '2026-12-01T15:00:00Z';
  const before = (hours: number) => Date.parse(start) - hours * 3_600_000;

  it('is a patient’s inside of the notice, and never the clinic’s', () => {
    expect(wouldBeLate('patient', start, before(23.9), 24)).toBe(true);
    expect(wouldBeLate('patient', start, before(24), 24)).toBe(false);
    expect(wouldBeLate('patient', start, before(-1), 24)).toBe(true);
    expect(wouldBeLate('clinic', start, before(1), 24)).toBe(false);
    expect(wouldBeLate('patient', start, before(1), 0)).toBe(false);
  });
});
