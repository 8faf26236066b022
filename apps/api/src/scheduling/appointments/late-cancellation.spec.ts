import { isLateCancellation } from './late-cancellation.js';

describe('a cancellation', () => {
  const start = new Date('2026-12-02T15:00:00Z');
  const at = (iso: string) => new Date(iso);

  it("is late inside the clinic's notice, to the minute, and after the start", () => {
    expect(isLateCancellation('patient', start, at('2026-12-01T15:00:00Z'), 24)).toBe(false);
    expect(isLateCancellation('patient', start, at('2026-12-01T15:01:00Z'), 24)).toBe(true);
    expect(isLateCancellation('patient', start, at('2026-12-03T00:00:00Z'), 24)).toBe(true);
    expect(isLateCancellation('patient', start, at('2026-12-02T14:59:00Z'), 0)).toBe(false);
  });

  it('by the clinic is never late', () => {
    expect(isLateCancellation('clinic', start, at('2026-12-02T14:59:00Z'), 48)).toBe(false);
  });
});
