import type { AppointmentStatus } from '@keel/contracts';
import type { Answer, Asked } from './answer-texts.js';

/** A text that this phone was sent, of whatever clinic, as the door gives it: the newest first. */
export interface Told {
  clinicId: string;
  patientId: string | null;
  appointmentId: string | null;
  /** The appointment's version that the text told of; null for texts of before this was kept. */
  version: number | null;
  /** True where nobody knows whether it left: what it says the phone may have been told, and may not. */
  perhaps: boolean;
  /** True where the provider has it, and has not said in a few minutes that it arrived. */
  arriving: boolean;
  /** Which answer of ours it was; null for a reminder. */
  reply: Answer | null;
  /** What a number that answers a `which` stands for. */
  asks: Asked | null;
  choice: number | null;
  at: Date;
  /** When it had arrived at the latest, as far as that is known. */
  arrivedBy: Date;
  /** The text that it answers, by the provider's id; null for a reminder, and for answers of before this was kept. */
  answers: string | null;
}

/** An appointment that the phone was told of, with the version it was surely told last; `perhaps` where no text is known to have left. */
export interface Shown {
  clinicId: string;
  appointmentId: string;
  version: number | 'perhaps' | null;
}

/** What a number stands for: an appointment, or a clinic where there are too many appointments to name each. */
export type Option = Shown | { clinicId: string; appointmentId: null };

/** Each appointment once, the one told of last first. A yes is to what surely was told: what only may have been is said anew. */
export function appointmentsTold(texts: readonly Told[]): Shown[] {
  const seen = new Map<string, Shown>();
  for (const { clinicId, appointmentId, version, perhaps } of texts) {
    if (!appointmentId) continue;
    const later = seen.get(appointmentId);
    if (later && (perhaps || later.version !== 'perhaps')) continue;
    seen.set(appointmentId, { clinicId, appointmentId, version: perhaps ? 'perhaps' : version });
  }
  return [...seen.values()];
}

/** A number that comes later was not meant for this question any more. */
const QUESTION_STANDS_MS = 24 * 3_600_000;
/** Answers of ours that leave a question open: it was not that which they answered. */
const BESIDE_THE_QUESTION: readonly (Answer | null)[] = [null, 'noted', 'picture', 'help'];

/**
 * The appointments or clinics of the last question that was asked by numbers, by their number: undefined once it was answered, once anything else
 * was said of an appointment, once it was asked by numbers of clinics (`offeredAt`), or after a day. A number then means nothing, and a person
 * reads it.
 */
export function choicesOf(texts: readonly Told[], now: Date, offeredAt?: Date): { asks: Asked; options: Map<number, Option> } | undefined {
  const asked = texts.find(({ reply }) => !BESIDE_THE_QUESTION.includes(reply));
  // The phone may hold the question of before, by whose numbers another is meant.
  if (asked?.reply !== 'which' || !asked.asks || asked.perhaps || +now - +asked.at > QUESTION_STANDS_MS) return undefined;
  if (offeredAt && asked.at <= offeredAt) return undefined;
  const options = new Map<number, Option>();
  for (const { reply, at, answers, choice, clinicId, appointmentId, version } of texts) {
    const isOfIt = asked.answers === null ? +at === +asked.at : answers === asked.answers;
    if (reply !== 'which' || !isOfIt || choice === null) continue;
    options.set(choice, appointmentId ? { clinicId, appointmentId, version } : { clinicId, appointmentId: null });
  }
  return { asks: asked.asks, options };
}

/**
 * Which appointments a yes, a no or a wish for another time may mean, of those to come that this phone was told of. More than one is
 * a reason to ask. A yes is to what still waits for one; and the appointment of the last text is always among them, so that a late
 * yes to another is not taken for its repeat.
 */
export function appointmentsMeant<V extends { status: AppointmentStatus }>(asked: Asked, live: readonly V[], last: V | undefined): V[] {
  if (asked !== 'yes') return [...live];
  return live.filter((appointment) => appointment.status !== 'confirmed' || appointment === last);
}
