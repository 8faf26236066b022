import { isVisible } from '@keel/contracts';
import type { Draft } from './booking-draft.js';
import type { PatientFields } from './new-patient.js';
import { isEmail } from '../../ui/email.js';

/** When, as it stands in the fields; `exact` is the very instant of a free time that was chosen. */
export interface When {
  day: string;
  clock: string;
  exact?: string | undefined;
}

export type Fault = 'patient' | 'firstName' | 'dateOfBirth' | 'email' | 'practitioner' | 'service' | 'start' | 'minutes';
export type Faults = Partial<Record<Fault, true>>;

interface Filled {
  patientId: string | undefined;
  fresh: PatientFields | undefined;
  draft: Draft;
  start: string | undefined;
}

const LONGEST = 720;

/** What is missing before the appointment can be booked. */
export function faultsOf({ patientId, fresh, draft, start }: Filled): Faults {
  const { practitioner, service, durationMinutes } = draft;
  const wrong: Record<Fault, boolean> = {
    patient: !patientId && !fresh,
    firstName: fresh !== undefined && !isVisible(fresh.firstName + fresh.lastName),
    dateOfBirth: fresh?.dateOfBirth === '',
    email: Boolean(fresh?.email.trim()) && !isEmail(fresh?.email ?? ''),
    practitioner: !practitioner,
    service: !service,
    start: start === undefined,
    minutes: durationMinutes !== undefined && !(Number.isInteger(durationMinutes) && durationMinutes >= 1 && durationMinutes <= LONGEST),
  };
  return Object.fromEntries(Object.entries(wrong).flatMap(([name, is]) => (is ? [[name, true]] : [])));
}
