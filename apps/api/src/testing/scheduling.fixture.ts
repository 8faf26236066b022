import { addDays, type CivilDate, dateIn, MINUTE, minutesOf, toInstant, wallOf, weekdayOf } from '@keel/calendar';
import { randomUUID } from 'node:crypto';
import type { Agent } from './agent.js';
import { aPatient } from './patients.fixture.js';

export interface Named {
  id: string;
  version: number;
}

export async function aPractitioner(owner: Agent, over: Record<string, unknown> = {}): Promise<Named> {
  const person = { email: `${randomUUID()}@clinic.example`, firstName: 'Pia', lastName: 'Physio', registrationNumber: 'R-77' };
  const { body } = await owner.post('/practitioners', { ...person, profession: 'physiotherapist', ...over }).expect(201);
  return body as Named;
}

/** Forty-five minutes of physiotherapy for 120 dollars. */
export async function aService(owner: Agent, over: Record<string, unknown> = {}): Promise<Named> {
  const price = { amount: 12_000, currency: 'CAD' };
  const service = { name: 'Treatment', durationMinutes: 45, price, taxCode: 'exempt', profession: 'physiotherapist', onlineBookable: true };
  const { body } = await owner.post('/services', { ...service, ...over }).expect(201);
  return body as Named;
}

/** The same hours on every day of the week, from long ago. */
export async function workingHours(owner: Agent, practitionerId: string, start = '09:00', end = '17:00'): Promise<Named> {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start, end }));
  const { body } = await owner.put(`/practitioners/${practitionerId}/working-hours`, { effectiveFrom: '2020-01-01', weekly }).expect(200);
  return body as Named;
}

/**
 * A day of the first whole week that begins at least a week from now: 1 is its Monday, and 2 always the day after it,
 * whatever day today is. Far enough that no notice period matters.
 */
export function comingDay(weekday = 1, zone = 'America/Toronto'): CivilDate {
  const inAWeek = addDays(dateIn(zone, Date.now()), 7);
  const monday = addDays(inAWeek, (8 - weekdayOf(inAWeek)) % 7);
  return addDays(monday, weekday - 1);
}

/** An instant by the clock of a zone, as the API takes it. */
export function at(day: CivilDate, clock: string, zone = 'America/Toronto'): string {
  return new Date(toInstant(zone, wallOf(day) + minutesOf(clock) * MINUTE)).toISOString();
}

export interface Diary {
  practitionerId: string;
  serviceId: string;
  patientId: string;
}

/** All that an appointment needs: a practitioner with hours from nine to five, a service, a patient. */
export async function aDiary(owner: Agent): Promise<Diary> {
  const [practitioner, service, patient] = await Promise.all([aPractitioner(owner), aService(owner), aPatient(owner)]);
  await workingHours(owner, practitioner.id);
  return { practitionerId: practitioner.id, serviceId: service.id, patientId: patient.id };
}

export interface TestAppointment extends Named, Diary {
  locationId: string;
  start: string;
  end: string;
  status: string;
  timeVersion: number;
}

/** A booked appointment, next Monday at ten unless told otherwise. */
export async function anAppointment(agent: Agent, diary: Diary, over: Record<string, unknown> = {}): Promise<TestAppointment> {
  const { body } = await agent.post('/appointments', { ...diary, start: at(comingDay(), '10:00'), ...over }).expect(201);
  return body as TestAppointment;
}
