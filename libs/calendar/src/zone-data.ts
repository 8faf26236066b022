import packed from 'moment-timezone/data/packed/latest.json' with { type: 'json' };

/**
 * A zone's history: `offsets[i]` rules from `starts[i]` until the next start. Offsets are minutes east of UTC (Toronto in
 * winter: -300), starts are epoch milliseconds; `starts[0]` is -Infinity.
 */
export interface Zone {
  readonly name: string;
  readonly starts: Float64Array;
  readonly offsets: Float64Array;
}

export class UnknownZoneError extends Error {
  constructor(name: string) {
    super(`"${name}" is not a time zone of the IANA database ${ZONE_DATA_VERSION}`);
  }
}

/** The release of the IANA database that everything in Keel reckons with, e.g. `2026f`. */
export const ZONE_DATA_VERSION: string = packed.version;

/** Zones as moment-timezone packs them: a line a zone, and links as `one|other` in either direction. */
export interface PackedZones {
  zones: readonly string[];
  links: readonly string[];
}

const sources = new Map<string, string>();
const links = new Map<string, string>();
addZoneData(packed);

/** Makes further zones known. Only for a bundle that was built with a part of them: everywhere else all are here from the start. */
export function addZoneData(data: PackedZones): void {
  for (const line of data.zones) sources.set(line.slice(0, line.indexOf('|')), line);
  for (const link of data.links) {
    const bar = link.indexOf('|');
    const [one, other] = [link.slice(0, bar), link.slice(bar + 1)];
    if (sources.has(one)) links.set(other, one);
    else links.set(one, other);
  }
}

const zones = new Map<string, Zone>();

/** Whether `name` is a zone we know; names are case-sensitive, as in the IANA database. */
export function isTimeZone(name: string): boolean {
  return sources.has(name) || links.has(name);
}

/** @throws UnknownZoneError */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const line = sources.get(links.get(name) ?? name);
  if (!line) throw new UnknownZoneError(name);
  const zone = decode(name, line);
  zones.set(name, zone);
  return zone;
}

/** One line of the packed format: name, abbreviations, offsets west in minutes, index of each period, lengths of the periods; numbers in base 60. */
function decode(name: string, line: string): Zone {
  const [, , offsetText = '', periodText = '', lengthText = ''] = line.split('|');
  const west = offsetText.split(' ').map(base60);
  const offsets = Float64Array.from(periodText, (digit) => 0 - (west[base60(digit)] ?? 0));
  const starts = new Float64Array(offsets.length);
  starts[0] = -Infinity;
  let minutes = 0;
  const lengths = lengthText === '' ? [] : lengthText.split(' ');
  for (let index = 1; index < starts.length; index++) {
    minutes += base60(lengths[index - 1] ?? '');
    starts[index] = Math.round(minutes * 60) * 1000;
  }
  return { name, starts, offsets };
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

/** Base 60 with sign and fraction: `-5h.w` is -(5×60+17+32/60). */
function base60(text: string): number {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  let value = 0;
  for (const digit of whole) value = value * 60 + DIGITS.indexOf(digit);
  let unit = 1;
  for (const digit of fraction) value += DIGITS.indexOf(digit) * (unit /= 60);
  return negative ? -value : value;
}
