import { createHash, randomInt } from 'node:crypto';

/** How much there is: patients and appointments are those of one clinic. */
export interface Size {
  clinics: number;
  patients: number;
  appointments: number;
}

export const PRACTITIONERS = 10;
/** Appointments of one practitioner on one day: ten practitioners make 700 in a week of five days. */
export const APPOINTMENTS_A_DAY = 14;
export const APPOINTMENT_SPACING_MINUTES = 35;

/** From here on nobody is booked but by the loads. */
export const FREE_FROM = new Date('2030-01-01T00:00:00Z');

/** What the generated data and both loads agree on; all ids and keys are computed, so nothing is looked up. */
export interface World {
  size: Size;
  /** Monday of the full week that is read, YYYY-MM-DD; appointments run up to it and a little beyond. */
  monday: string;
}

const KINDS = {
  clinic: 1,
  location: 2,
  practitioner: 3,
  service: 4,
  hours: 5,
  shift: 6,
  key: 7,
  patient: 8,
  appointment: 9,
  booking: 10,
} as const;
export type Kind = keyof typeof KINDS;

/** The id of the n-th of a kind in a clinic, shaped like a UUIDv7. */
export function idOf(kind: Kind, clinic: number, n = 0): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `01980000-${hex(clinic, 4)}-7${hex(KINDS[kind], 3)}-8000-${hex(n, 12)}`;
}

/** The same id in SQL, where `clinic` and `n` are expressions. */
export function idSql(kind: Kind, clinic: string, n = '0'): string {
  const middle = `'-7${KINDS[kind].toString(16).padStart(3, '0')}-8000-'`;
  return `('01980000-' || lpad(to_hex(${clinic}), 4, '0') || ${middle} || lpad(to_hex(${n}), 12, '0'))::uuid`;
}

/** The clinic's API key. These open nothing but generated data on this machine. */
export function keyOf(clinic: number): string {
  return `keel_${createHash('sha256').update(`bench ${clinic}`).digest('base64url')}`;
}

export const clinicIdOf = (clinic: number): string => idOf('clinic', clinic);

export const FIRST_NAMES = (
  'amelie benoit camille denis elise fabrice gaelle henri isabelle jacques karine laurent melanie nathalie olivier pascale ' +
  'quentin rachel sebastien therese ursule valerie william xavier yvonne zacharie alice brian catherine daniel emily frank grace ' +
  'hannah isaac julia kevin linda matthew nancy oscar patricia robert sandra thomas victor wendy yasmin zoe arjun priya wei min'
).split(' ');

export const LAST_NAMES = (
  'tremblay gagnon roy cote bouchard gauthier morin lavoie fortin gagne ouellet pelletier belanger levesque bergeron leblanc ' +
  'paquette girard simard boucher caron beaulieu cloutier dube poirier fournier lapointe leclerc lefebvre poulin thibault nadeau ' +
  'martin landry martel bedard grenier lessard bernier richard michaud hebert desjardins couture turcotte lachance parent blais ' +
  'smith brown macdonald wilson johnson taylor campbell anderson thompson murphy kelly mitchell stewart robertson fraser reid ' +
  'singh patel sharma chen wang nguyen kim lee wong li khan ali ahmed garcia rossi ferrari schmidt kowalski ivanov petrov'
).split(' ');

/** Names of the n-th patient of a clinic; the SQL of the generator says the same. */
export function nameOf(n: number): { first: string; last: string } {
  const last = LAST_NAMES[n % LAST_NAMES.length] ?? '';
  const first = FIRST_NAMES[Math.floor(n / LAST_NAMES.length) % FIRST_NAMES.length] ?? '';
  return { first, last };
}

export const anyOf = (count: number): number => randomInt(count);

/** Two letters changed places, as fingers do. */
export function mistyped(name: string): string {
  const at = 1 + anyOf(Math.max(1, name.length - 2));
  return name.slice(0, at) + name.slice(at + 1, at + 2) + name.slice(at, at + 1) + name.slice(at + 2);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
