import fc from 'fast-check';
import { type CalendarEvent, toICalendar } from './icalendar.js';
import { toInstant } from './wall-time.js';

const event: CalendarEvent = {
  uid: 'v1@keel',
  sequence: 2,
  start: Date.UTC(2026, 10, 23, 15, 0),
  end: Date.UTC(2026, 10, 23, 15, 45),
  madeAt: Date.UTC(2026, 10, 1, 12, 0, 5),
  summary: 'Appointment at Érablière Physio',
  description: 'With Pia Physio',
  location: 'Main, 12 Main Street; Suite 3',
  cancelled: false,
};

/** What a calendar reads out of the file. */
function read(file: string): Record<string, string> {
  const lines = file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  const plain = (text: string) => text.replaceAll(/\\([\\;,nN])/g, (_all, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), plain(line.slice(line.indexOf(':') + 1))]));
}

describe('a calendar file', () => {
  it('holds one event in UTC', () => {
    expect(toICalendar(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Keel//Keel//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:v1@keel',
      'SEQUENCE:2',
      'DTSTAMP:20261101T120005Z',
      'DTSTART:20261123T150000Z',
      'DTEND:20261123T154500Z',
      'SUMMARY:Appointment at Érablière Physio',
      'DESCRIPTION:With Pia Physio',
      'LOCATION:Main\\, 12 Main Street\\; Suite 3',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    expect(read(toICalendar({ ...event, cancelled: true }))['STATUS']).toBe('CANCELLED');
  });

  it('is right where the clocks no longer change: Vancouver stays at −07 in December 2026', () => {
    const start = toInstant('America/Vancouver', Date.UTC(2026, 11, 1, 9, 30));
    expect(read(toICalendar({ ...event, start }))['DTSTART']).toBe('20261201T163000Z');
  });

  it('gives back every text as it was, in lines of at most 75 octets', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).map((value) => value.replaceAll(/\p{Cc}/gu, ''));
    const lines = fc.tuple(text, text).map((both) => both.join('\n'));
    fc.assert(
      fc.property(text, lines, text, (summary, description, location) => {
        const file = toICalendar({ ...event, summary, description, location });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(read(file)).toMatchObject({ SUMMARY: summary, DESCRIPTION: description, LOCATION: location, STATUS: 'CONFIRMED' });
      }),
    );
  });
});
