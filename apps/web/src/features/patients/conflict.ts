import { type Merge, mergeStale } from '../../ui/forms/stale.js';
import { bodyOf, type PatientField, type PatientValues } from './patient-values.js';

export type Conflict = Merge<PatientValues, PatientField>;

/** What was typed into the form of a patient, and what somebody else saved meanwhile. */
export const mergeValues = (before: PatientValues, mine: PatientValues, saved: PatientValues): Conflict =>
  mergeStale<PatientValues, PatientField>({ before, mine, saved }, bodyOf);
