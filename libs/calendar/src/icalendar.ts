import type { Instant } from './wall-time.js';

/** One event of somebody's calendar. */
export interface CalendarEvent {
  /** Stays the same when the event changes, so that a calendar replaces it instead of adding another. */
  uid: string;
  /** Goes up with every change that matters. */
  sequence: number;
  start: Instant;
  end: Instant;
  /** When this file was made. */
  madeAt: Instant;
  summary: string;
  description: string;
  location: string;
  cancelled: boolean;
}

/**
 * A file with one event, after RFC 5545. Times are instants in UTC: every calendar shows them right, whatever it knows of
 * the zone's laws, and no zone needs to be described in the file.
 */
export function toICalendar(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Keel//Keel//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${stamp(event.madeAt)}`,
    `DTSTART:${stamp(event.start)}`,
    `DTEND:${stamp(event.end)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `LOCATION:${escaped(event.location)}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261123T150000Z` (RFC 5545, 3.3.5, form 2). */
function stamp(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Text as RFC 5545, 3.3.11 wants it: no separator and no line end of its own. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (char) => `\\${char}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/** A line is at most 75 octets of UTF-8 (RFC 5545, 3.1); what is longer goes on after a space, and no character is cut. */
function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > MOST_OCTETS) [text, octets] = [`${text}\r\n `, 1];
    text += char;
    octets += size;
  }
  return text;
}
