import { type Language, nameFor } from '@keel/contracts';
import type { BookSearch } from '../../staff-search.js';
import type { Practitioner } from '../../data/practitioners.js';
import type { Service } from '../../data/services.js';
import type { Appointment } from '../../data/appointments.js';

/** What somebody has chosen for an appointment so far; the rest follows from what is known. */
export type Choice = BookSearch;

export interface Known {
  practitioners: readonly Practitioner[];
  services: readonly Service[];
  /** The patient's appointments, by start. */
  appointments: readonly Appointment[];
  /** The practitioner who is booking, if it is one. */
  me: string | null;
  /** Services are offered by their names in it, and in the order of these. */
  language: Language;
}

export interface Draft {
  practitioner: Practitioner | undefined;
  /** Who was asked for and takes no bookings. */
  unavailable?: Practitioner | undefined;
  service: Service | undefined;
  /** The services that the practitioner offers, or all; the patient's last one first. */
  offered: Service[];
  lastService: string | undefined;
  durationMinutes: number | undefined;
}

/**
 * Fills in what was not chosen: the practitioner of last time, or whoever is booking; the service of last time where that
 * practitioner offers it, else their first; as long as the service takes, unless a length was drawn.
 */
export function draftOf(choice: Choice, { practitioners, services, appointments, me, language }: Known): Draft {
  const active = practitioners.filter((one) => one.active);
  const current = services.filter((one) => !one.archived);
  const find = (id: string | null | undefined) => active.find((one) => one.id === id);
  const asked = current.find(({ id }) => id === choice.serviceId);
  const offers = (one: Practitioner | undefined) => (!asked || one?.profession === asked.profession ? one : undefined);
  const latest = appointments.toReversed();
  // Who was asked for and takes no bookings is replaced by nobody: another must be somebody's own choice.
  const practitioner = choice.practitionerId ? find(choice.practitionerId) : (offers(find(latest[0]?.practitionerId)) ?? offers(find(me)));
  const able = current.filter(({ profession }) => !practitioner || profession === practitioner.profession);
  const last = latest.find(({ serviceId }) => able.some(({ id }) => id === serviceId))?.serviceId;
  const rank = ({ id }: Service) => (id === last ? 0 : 1);
  const offered = able.sort((a, b) => rank(a) - rank(b) || nameFor(language, a).localeCompare(nameFor(language, b), language));
  const usual = practitioner || last ? offered[0] : undefined;
  const service = asked && offered.includes(asked) ? asked : usual;
  const unavailable = practitioners.find((one) => one.id === choice.practitionerId && !one.active);
  return {
    practitioner,
    unavailable,
    service,
    offered,
    lastService: last,
    durationMinutes: choice.durationMinutes ?? service?.durationMinutes,
  };
}

/** Whose appointments are nearest to now, each once: most often the one who stands at the desk. */
export function recentOf(appointments: readonly Appointment[], now: number, most: number): Appointment[] {
  const distance = ({ start }: Appointment) => Math.abs(Date.parse(start) - now);
  const seen = new Set<string>();
  return appointments
    .toSorted((a, b) => distance(a) - distance(b))
    .filter(({ patientId }) => !seen.has(patientId) && seen.add(patientId))
    .slice(0, most);
}
