import { visitToNote } from './visit-to-note.js';

const visit = (start: string, practitionerId: string, over: object = {}) => ({
  start,
  practitionerId,
  status: 'completed' as const,
  noteStatus: null,
  ...over,
});

it('a new note is about the last visit that has begun, has none, and is the person’s to write', () => {
  const old = visit('2026-11-01T14:00:00Z', 'me');
  const noted = visit('2026-11-10T14:00:00Z', 'me', { noteStatus: 'signed' });
  const theirs = visit('2026-11-17T14:00:00Z', 'colleague', { status: 'arrived' });
  const toCome = visit('2026-12-01T14:00:00Z', 'me', { status: 'booked' });
  expect(visitToNote([old, noted, theirs, toCome], 'me', false)).toBe(old);
  expect(visitToNote([old, noted, theirs, toCome], 'me', true)).toBe(theirs);
  expect(visitToNote([noted, toCome], 'me', true)).toBeUndefined();
});
