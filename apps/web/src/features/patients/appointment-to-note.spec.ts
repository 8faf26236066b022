import { appointmentToNote } from './appointment-to-note.js';

const appointment = (start: string, practitionerId: string, over: object = {}) => ({
  start,
  practitionerId,
  status: 'completed' as const,
  noteStatus: null,
  ...over,
});

it('a new note is about the last appointment that has begun, has none, and is the person’s to write', () => {
  const old = appointment('2026-11-01T14:00:00Z', 'me');
  const noted = appointment('2026-11-10T14:00:00Z', 'me', { noteStatus: 'signed' });
  const theirs = appointment('2026-11-17T14:00:00Z', 'colleague', { status: 'arrived' });
  const toCome = appointment('2026-12-01T14:00:00Z', 'me', { status: 'booked' });
  expect(appointmentToNote([old, noted, theirs, toCome], 'me', false)).toBe(old);
  expect(appointmentToNote([old, noted, theirs, toCome], 'me', true)).toBe(theirs);
  expect(appointmentToNote([noted, toCome], 'me', true)).toBeUndefined();
});
