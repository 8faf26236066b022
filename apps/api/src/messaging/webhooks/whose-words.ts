import type { Reply } from './reply.js';
import type { Told } from './appointments-meant.js';

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
 * The clinics that words about no appointment may be meant for, the one that wrote last first. If there are several, none of them is shown
 * the words: who wrote last is no better a guess than who wrote first, what is meant for a counsellor is not shown to a physiotherapist,
 * and one reminder of somebody's does not bring them what is meant for another. So a clinic that wrote within the year counts
 * for as long as it has the number on record, as it has where an appointment that it told of is still to come.
 */
export function clinicsMeant(told: readonly Wrote[], known: readonly Home[], now: Date): string[] {
  const has = new Set(known.map(({ clinicId }) => clinicId));
  const wrote = told.filter(({ clinicId, at }) => has.has(clinicId) || +now - +at <= ANSWERED_WITHIN_MS);
  const candidates = [wrote, known, told.slice(0, 1)].find((some) => some.length > 0) ?? [];
  return [...new Set(candidates.map(({ clinicId }) => clinicId))];
}

/** The clinics that a phone was offered to write to, the first by 1, and which of them it chose. */
export interface Offer {
  offered: string[];
  at: Date;
  chosen: string | null;
  chosenAt: Date | null;
}

/** A choice of whom one writes to, and the question for it, hold for so long. */
const CHOICE_STANDS_MS = 24 * 3_600_000;

/** Whoever holds the phone has most likely read what came within this time; who had it before them is named to nobody. */
const NAMED_WITHIN_MS = 30 * 24 * 3_600_000;

/** A number that is texted back has one digit. */
export const MOST_CLINICS = 9;

/**
 * Of the clinics that words may be meant for, those that may be named to whoever holds the phone now: who wrote of late, or has an appointment
 * to come of which it will write. Of too many, those that have written for longest: however many come after them, they push none
 * out. In the order of an offer of before, so that a number goes on meaning the same.
 */
export function toOffer(
  meant: readonly string[],
  told: readonly Wrote[],
  ahead: readonly string[],
  before: readonly string[],
  now: Date,
): string[] {
  const wrote = (one: string) => told.some(({ clinicId, at }) => clinicId === one && +now - +at <= NAMED_WITHIN_MS);
  const since = (one: string) => Math.min(...told.flatMap(({ clinicId, at }) => (clinicId === one ? [+at] : [])));
  const some = meant.filter((one) => ahead.includes(one) || wrote(one));
  const named = some.length > MOST_CLINICS ? some.toSorted((a, b) => since(a) - since(b)).slice(0, MOST_CLINICS) : some;
  return [...before.filter((one) => named.includes(one)), ...named.filter((one) => !before.includes(one))];
}

/** The clinic that the sender chose for words of their own: for a day, and until another clinic writes to them or answers them. */
export function chosenClinic(offer: Offer | undefined, told: readonly Wrote[], now: Date): string | undefined {
  const { chosen, chosenAt } = offer ?? {};
  if (!chosen || !chosenAt || +now - +chosenAt > CHOICE_STANDS_MS) return undefined;
  const another = told.some(({ clinicId, at }) => clinicId !== chosen && at > chosenAt);
  return another ? undefined : chosen;
}

/** What follows a choice of itself: another number after it chooses anew. */
const BESIDE_THE_CHOICE: readonly Told['reply'][] = ['resend', 'noted', 'picture', 'help', 'stop', 'start'];

/** Whether its numbers may still be meant: nothing was asked or said of an appointment since. */
export function isStillOpen(offer: Offer | undefined, told: readonly (Wrote & Pick<Told, 'reply'>)[]): boolean {
  if (!offer) return false;
  return !told.some(({ reply, at }) => reply !== null && !BESIDE_THE_CHOICE.includes(reply) && at > offer.at);
}

/**
 * The clinic that a number chooses, instead of one that was chosen by the same offer before; undefined where nothing was offered, or
 * something else was asked or said since, or a clinic wrote: the number may be an answer to that.
 */
export function clinicChosenBy(
  { wish, choice, saysYes }: Reply,
  offer: Offer | undefined,
  told: readonly (Wrote & Pick<Told, 'reply'>)[],
  now: Date,
): string | undefined {
  const [number, ...others] = wish === 'choice' && Array.isArray(choice) && !saysYes ? choice : [];
  if (number === undefined || others.length > 0) return undefined;
  if (!offer || +now - +offer.at > CHOICE_STANDS_MS) return undefined;
  return told.some(({ reply, at }) => !BESIDE_THE_CHOICE.includes(reply) && at > offer.at) ? undefined : offer.offered[number - 1];
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
