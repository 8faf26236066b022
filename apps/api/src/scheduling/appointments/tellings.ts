import { isDeepStrictEqual } from 'node:util';
import { toRfc3339 } from '@keel/calendar';
import { fullerAddress, isOtherDoor } from '../../identity/index.js';
import { isSameAddress, type Known, stillUntold } from './untold.js';

/** By what the patient answered themselves: the link that was sent to them, by its id, or a text from their phone. */
export type AnsweredBy = { link: string } | 'text';

/**
 * A person of the clinic who said that they told the patient, a message that left for them, or the patient themselves, who answered. Of a
 * message that tells them `perhaps` nobody hears whether it arrived: it ends no call, and they may hold to be so what it said. An answer
 * of theirs that `confirmed` the appointment is what its confirmation stands on, alone or with others; that of staff stands without.
 */
export type Teller = { at: string } & (
  | { message: string; perhaps?: true }
  | { by: string | null }
  | { answered: AnsweredBy; confirmed?: true }
);

/** An appointment as it was from one of its versions on, and who told the patient of it so. */
export interface Stage extends Known {
  from: number;
  told: readonly Teller[];
  /** Of one that is off: where its place is by now, if not where it was when they knew it there. It would come back to this. */
  back?: string;
}

/**
 * What an appointment has been since its patient was last known to know it, the earliest first. The patient knows that first stage,
 * whoever told them, if anybody did. Kept from the first change that they must be told of until they say themselves that they know it.
 */
export type Stages = readonly [Stage, ...Stage[]];

/** What there is to do, as the list of whom to call reads it. */
export interface Standing {
  /** What the patient knows that is not so any more, or would know had nobody told them how it is now; null where that is nothing. */
  known: Known | null;
  /** Who told them how it is now; null where they are still to be told, or knew it. */
  told: Teller | null;
}

const lastOf = (stages: Stages): Stage => stages.at(-1) ?? stages[0];
const bare = ({ start, practitionerId, locationId, off, address }: Known): Known => ({
  start,
  practitionerId,
  locationId,
  off,
  ...(address !== undefined && { address }),
});
const isPerson = (teller: Teller): boolean => 'by' in teller;
const isPatient = (teller: Teller): boolean => 'answered' in teller;
/** Whose word needs no proof that it arrived. */
const isWord = (teller: Teller): boolean => !('message' in teller);
const unconfirmed = ({ answered, at }: Extract<Teller, { answered: AnsweredBy }>): Teller => ({ answered, at });
const isSure = (teller: Teller): boolean => !('perhaps' in teller);
const isOf =
  (message: string) =>
  (teller: Teller): boolean =>
    'message' in teller && teller.message === message;

/** Before anything is to be told. */
export const stagesFrom = (known: Known): Stages => [{ ...bare(known), from: 0, told: [] }];

/** The clinic changed it: nobody has told the patient of this. What a person told before is no slip any more, so they knew that. */
export function changed(stages: Stages, from: number, now: Known): Stages {
  const [sure, ...since] = stages.slice(stages.indexOf(latest(stages, isPerson)));
  const there = stages.findLast((stage) => stage.locationId === now.locationId);
  const address = now.address ?? there?.back ?? there?.address;
  return [sure ?? stages[0], ...since, { ...bare({ ...now, ...(address !== undefined && { address }) }), from, told: [] }];
}

/** Of one door the fuller: where `100 King St` was said first and `100 King St W` after it, a patient may know either. */
const knownAddress = ({ address }: Stage, before: string): string =>
  address === undefined || isOtherDoor(address, before) ? (address ?? before) : fullerAddress(address, before);

/** The place that it is at is elsewhere now: whoever told of it before told of the old address. */
export function readdressed(stages: Stages, from: number, before: string, after: string): Stages {
  const now = lastOf(stages);
  const old = mapped(stages, (stage) => (stage.locationId === now.locationId ? { ...stage, address: knownAddress(stage, before) } : stage));
  return changed(old, from, { ...bare(now), address: after });
}

/** A place at which it was, and is not now, is elsewhere since: whoever knows it there knows the old address, and it would come back to the new. */
export function readdressedFormer(stages: Stages, locationId: string, before: string, after: string): Stages {
  const index = stages.findLastIndex((stage) => stage.locationId === locationId);
  const left = stages[index];
  if (!left) return stages;
  const [first, ...rest] = mapped(stages, (stage) =>
    stage.locationId === locationId ? { ...stage, address: knownAddress(stage, before) } : stage,
  );
  const next = stages[index + 1];
  // Called off there: it comes back from this stage.
  if (!next) return mapped([first, ...rest], (stage, place) => (place === index ? { ...stage, back: after } : stage));
  // No message told of this one: whatever left since tells of the next.
  return [first, ...rest.slice(0, index), { ...bare(left), address: after, from: next.from, told: [] }, ...rest.slice(index)];
}

/** A person told the patient of it as it is. */
export const saidBy = (stages: Stages, by: string | null, at: string): Stages => onLast(stages, (told) => [...told, { by, at }]);

/** The patient answered themselves to the appointment as it is: they know it. */
export const answeredBy = (stages: Stages, answered: AnsweredBy, at: string): Stages =>
  onLast(stages, (told) => [...told, { answered, at }]);

/** The patient answered what was so already. Whoever said it before by another way may not have been them, so it is kept beside that. */
export function answeredAgainBy(stages: Stages, answered: AnsweredBy, at: string): Stages {
  const confirmed = isConfirmedByAnswer(stages);
  const isKept = lastOf(stages).told.some(
    (teller) => 'answered' in teller && isDeepStrictEqual(teller.answered, answered) && (teller.confirmed === true || !confirmed),
  );
  return isKept ? stages : onLast(stages, (told) => [...told, { answered, at, ...(confirmed && { confirmed }) }]);
}

/** It waited for a yes, and staff gave it: what was answered to it before confirms it no more. */
export const confirmedByStaff = (stages: Stages): Stages =>
  mapped(stages, (stage) => ({ ...stage, told: stage.told.map((teller) => ('answered' in teller ? unconfirmed(teller) : teller)) }));

/** It waited for a yes, and the patient gave it themselves. */
export const confirmedBy = (stages: Stages, answered: AnsweredBy, at: string): Stages =>
  onLast(confirmedByStaff(stages), (told) => [...told, { answered, at, confirmed: true }]);

/** By what the patient answered; each of these may turn out not to have been them. */
export const answersIn = (stages: Stages): AnsweredBy[] =>
  stages.flatMap(({ told }) => told).flatMap((teller) => ('answered' in teller ? [teller.answered] : []));

/** It was not the patient who answered by these. */
export const withoutAnswers = (stages: Stages, isStrange: (by: AnsweredBy) => boolean): Stages =>
  mapped(stages, (stage) => ({ ...stage, told: stage.told.filter((teller) => !('answered' in teller && isStrange(teller.answered))) }));

/** Whether its confirmation, where it has one, stands on the patient's answers alone. */
export const isConfirmedByAnswer = (stages: Stages): boolean =>
  lastOf(stages).told.some((teller) => 'answered' in teller && teller.confirmed === true);

/** Whether the patient themselves has answered since it was last changed. */
const isAnswered = (stages: Stages): boolean => lastOf(stages).told.some(isPatient);

/** No person told the patient of it as it is, after all; what a person told of earlier stages stands. */
export const unsaid = (stages: Stages): Stages => onLast(stages, (told) => told.filter((teller) => !isPerson(teller)));

/** A message left that tells of the appointment as it was at this version, as perhaps it had before; saying it twice changes nothing. */
export const reachedBy = (stages: Stages, message: string, version: number, at: string): Stages => toldOf(stages, version, { message, at });

/** One left of which nobody hears whether it arrived. */
export const perhapsReachedBy = (stages: Stages, message: string, version: number, at: string): Stages =>
  toldOf(stages, version, { message, at, perhaps: true });

function toldOf(stages: Stages, version: number, teller: Teller & { message: string }): Stages {
  const before = stages.flatMap(({ told }) => told).find(isOf(teller.message));
  if (before && (isSure(before) || !isSure(teller))) return stages;
  if (before) return mapped(stages, (stage) => ({ ...stage, told: stage.told.map((one) => (one === before ? teller : one)) }));
  const index = stages.findLastIndex(({ from }) => from <= version);
  return mapped(stages, (stage, place) => (place === index ? { ...stage, told: [...stage.told, teller] } : stage));
}

/** It did not arrive: what it told, it told nobody. */
export const lost = (stages: Stages, message: string): Stages =>
  mapped(stages, (stage) => ({ ...stage, told: stage.told.filter((teller) => !isOf(message)(teller)) }));

/**
 * Whether the patient is still to be told, and of what. They know the latest stage of which somebody told them whose word still stands,
 * whatever became of other messages. Where that is how the appointment is now, nothing is to be told: a change that was made and undone
 * needs no call, unless they may have heard of it.
 */
export function standingOf(stages: Stages): Standing {
  const now = bare(lastOf(stages));
  // Once the patient has answered themselves, staff's note that they told them stays, and can no longer be taken back.
  if (isAnswered(stages)) return { known: null, told: stages.at(-1)?.told.findLast(isPerson) ?? null };
  const known = knownBy(stages, isSure);
  if (stillUntold(known, now)) return { known, told: null };
  const person = stages.at(-1)?.told.findLast(isPerson);
  // The way back from a slip: what they know without that person's word.
  if (person)
    return {
      known: stillUntold(knownBy(unsaid(stages), isSure), now),
      told: person,
    };
  const sure = stillUntold(knownBy(stages, isWord), now);
  return { known: sure, told: sure && (latest(stages, isSure).told.findLast(isSure) ?? null) };
}

/**
 * What a reminder must say beside the time, whatever its text is: a practitioner or a place that differs from what the patient may still
 * believe. No message proves that another arrived, since either may bounce.
 */
export function newsIn(stages: Stages | undefined): { practitioner: boolean; place: boolean } {
  const now = stages?.at(-1);
  if (!stages || !now) return { practitioner: false, place: false };
  const sure = latest(stages, isWord);
  const held = stages.slice(stages.indexOf(sure)).filter((stage) => stage === sure || stage.told.length > 0);
  return {
    practitioner: held.some(({ practitionerId }) => practitionerId !== now.practitionerId),
    place: held.some((stage) => stage.locationId !== now.locationId || !isSameAddress(stage, now)),
  };
}

/**
 * What the patient knows from those tellers alone who count here; or, where that is how the appointment is now, what they may have heard
 * since then that is no longer true.
 */
function knownBy(stages: Stages, counts: (teller: Teller) => boolean): Known {
  const now = bare(lastOf(stages));
  const known = latest(stages, counts);
  const held = stages.filter((stage, index) => index >= stages.indexOf(known) && (stage === known || !stage.told.every(isSure)));
  return bare(held.findLast((stage) => stillUntold(bare(stage), now)) ?? known);
}

const latest = (stages: Stages, counts: (teller: Teller) => boolean): Stage =>
  stages.findLast((stage, index) => index === 0 || stage.told.some(counts)) ?? stages[0];

const onLast = (stages: Stages, change: (told: readonly Teller[]) => readonly Teller[]): Stages =>
  mapped(stages, (stage, index) => (index === stages.length - 1 ? { ...stage, told: change(stage.told) } : stage));

function mapped([first, ...rest]: Stages, change: (stage: Stage, index: number) => Stage): Stages {
  return [change(first, 0), ...rest.map((stage, index) => change(stage, index + 1))];
}

/** As they stand in the database, where an instant may be written in several ways. */
export function readStages(kept: Stages | null): Stages | undefined {
  return kept ? mapped(kept, (stage) => ({ ...stage, start: toRfc3339(Date.parse(stage.start)) })) : undefined;
}
