import type { Told } from './visits-meant.js';

/** Whose phone it is, as far as that is known. */
export interface Home {
  clinicId: string;
  patientId: string | null;
}

/** The same with the patients of that clinic who have the phone together, where there are several. */
export interface SharedHome extends Home {
  sharedBy: string[];
}

/** For so long a text from a clinic may be what somebody answers in words of their own, whoever has the number by now. */
const ANSWERED_WITHIN_MS = 3 * 24 * 3_600_000;

type Wrote = Pick<Told, 'clinicId' | 'at'>;

/**
 * The clinics that words about no visit may be meant for, the one that wrote last first. More than one, and they are nobody's:
 * who wrote last is no better a guess than who wrote first, what is meant for a counsellor is not shown to a physiotherapist,
 * and one reminder of somebody's does not bring them what is meant for another. So a clinic that wrote within the year counts
 * for as long as it has the number on record, as it has where a visit that it told of is still to come.
 */
export function clinicsMeant(told: readonly Wrote[], known: readonly Home[], now: Date): string[] {
  const has = new Set(known.map(({ clinicId }) => clinicId));
  const wrote = told.filter(({ clinicId, at }) => has.has(clinicId) || +now - +at <= ANSWERED_WITHIN_MS);
  const candidates = [wrote, known, told.slice(0, 1)].find((some) => some.length > 0) ?? [];
  return [...new Set(candidates.map(({ clinicId }) => clinicId))];
}

/**
 * Whose phone it is: of the clinic that wrote last, or of the only one that knows it. Undefined where nobody can say. It is a
 * patient's only where they have it on record: from a number that was corrected since, nobody known has written.
 */
export function homeOf(told: readonly Wrote[], known: readonly Home[], now: Date): SharedHome | undefined {
  const [clinicId, ...others] = clinicsMeant(told, known, now);
  if (!clinicId || (others.length > 0 && !told.some((one) => one.clinicId === clinicId))) return undefined;
  return homeIn(clinicId, known);
}

/** Whose phone it is in this clinic, by the record as it is now. */
export function homeIn(clinicId: string, known: readonly Home[]): SharedHome {
  const patients = [...new Set(known.flatMap((one) => (one.clinicId === clinicId ? (one.patientId ?? []) : [])))];
  const [only, ...more] = patients;
  return only && more.length === 0 ? { clinicId, patientId: only, sharedBy: [] } : { clinicId, patientId: null, sharedBy: patients };
}
