import { isInstant } from './scheduling.validators.js';

describe('an instant', () => {
  it.each([
    '2026-12-01T09:30:00-05:00',
    '2026-12-01T14:30:00Z',
    '2026-12-01T14:30:00.000Z',
    '2026-12-01T14:30Z',
    '2028-02-29T00:00:00+05:45',
  ])('may be %s', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    '2026-12-01T09:30:00',
    '2026-12-01',
    '2026-12-01T09:30:01Z',
    '2027-02-29T09:30:00Z',
    '2026-12-01T24:00:00Z',
    '2026-12-01 09:30:00Z',
    '2026-12-01T09:30:00+25:00',
    1_764_000_000,
    null,
    undefined,
  ])('may not be %s', (value) => {
    expect(isInstant(value)).toBe(false);
  });
});
