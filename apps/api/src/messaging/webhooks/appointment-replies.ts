import { Injectable } from '@nestjs/common';
import { now } from '../../platform/index.js';
import { CALL_ABOUT_OTHERS, type Asked } from './answer-texts.js';
import type { Kept, Outcome } from './conversations.js';
import { isNamed } from './days-named.js';
import { type LiveAppointment, LiveAppointments, replyCtx, type ToCome } from './live-appointments.js';
import { OpenWishes } from './open-wishes.js';
import type { Reply } from './reply.js';
import { type Said, AppointmentAnswers } from './appointment-answers.js';
import { choicesOf, type Option, type Told, appointmentsMeant } from './appointments-meant.js';

/** The provider takes no more than 1600 characters, and a line on what nobody has read may follow. */
const LONGEST_ANSWER = 1300;

/** What was picked by a number: the appointments that it stands for now, none where they are over or off. */
interface Picked {
  clinicId: string;
  appointments: LiveAppointment[];
}

/** What else was said that decides what a reply is to. */
interface Beside {
  /** When clinics were offered by numbers, if they were. */
  offeredAt: Date | undefined;
  /** Whether the last word on an appointment was that they cannot come, or want another time. */
  wishOpen: boolean;
}

/** Finds the appointment that a text is about, and never guesses: where several may be meant, it asks. */
@Injectable()
export class AppointmentReplies {
  constructor(
    private readonly live: LiveAppointments,
    private readonly answers: AppointmentAnswers,
    private readonly wishes: OpenWishes,
  ) {}

  /**
   * Undefined where it is about no appointment. Without lines where a person has to answer: of each clinic that may be meant, since
   * a refusal that reaches the wrong one alone has reached nobody.
   */
  async to(reply: Reply, told: readonly Told[], number: string, { offeredAt, wishOpen }: Beside): Promise<Outcome | undefined> {
    if (reply.wish === 'choice') return readToo(await this.choose(reply, told, number, offeredAt), reply.forPerson);
    if (reply.wish !== 'yes' && reply.wish !== 'no' && reply.wish !== 'reschedule') return undefined;
    const ahead = await this.live.toCome(told, number);
    const last = told.find(({ appointmentId }) => appointmentId !== null);
    const meant = meantBy(reply.wish, ahead, last?.appointmentId);
    const live = ahead.flatMap(({ appointments }) => appointments);
    const isAhead = live.some(({ id }) => id === last?.appointmentId) || !ahead.every(({ all }) => all);
    if (last && live.length > 0 && meant.length < 2 && !isAhead)
      return this.notOfLast(reply.wish, last, meant.length > 0 ? meant : live, number);
    const [only, ...others] = meant;
    if (reply.wish === 'yes' && only && others.length === 0 && !(await this.isSurely(reply, only, number, wishOpen)))
      return outcomeOf([], meant, true);
    return meant.length > 0 ? this.about(reply.wish, meant, number, reply.forPerson) : undefined;
  }

  /** Whether a yes is to this appointment: it names no other day, and where it is a bare one nothing is open that it may be to as well. */
  private async isSurely(
    { names = [], writtenAt, agreement }: Reply,
    appointment: LiveAppointment,
    number: string,
    wishOpen: boolean,
  ): Promise<boolean> {
    if (!isNamed(names, appointment, writtenAt ?? now(replyCtx(appointment.clinicId)))) return false;
    return !agreement || !(wishOpen || (await this.wishes.areThere(appointment, number)));
  }

  /** Whether days are named of which the appointment that was told of last is on none, or is off or over. */
  async nameAnother({ names = [], writtenAt }: Reply, told: readonly Told[], number: string): Promise<boolean> {
    const last = told.find(({ appointmentId }) => appointmentId !== null);
    if (names.length === 0 || !last) return false;
    const ahead = (await this.live.toCome(told, number)).flatMap(({ appointments }) => appointments);
    const appointment = ahead.find(({ id }) => id === last.appointmentId);
    return !appointment || !isNamed(names, appointment, writtenAt ?? now(replyCtx(appointment.clinicId)));
  }

  /**
   * The answer was most likely to the appointment that was told of last, and that is over, off or somebody else's by now. So none of the
   * appointments that are left is taken for the one meant, even if it is the only one: the patient is asked which, and somebody at the
   * clinic of the last one reads the answer.
   */
  private notOfLast(asked: Asked, last: Told, left: readonly LiveAppointment[], number: string): Outcome {
    const said = this.answers.ask(asked, left, number);
    const { kept, ...outcome } = outcomeOf(said ? [said] : [], left, !said || asked === 'no');
    const there = kept.find(({ clinicId }) => clinicId === last.clinicId) ?? { clinicId: last.clinicId };
    return { ...outcome, kept: [...kept.filter((one) => one !== there), { ...there, forPerson: true }] };
  }

  /** Where a person has to read a word that may be meant of any appointment to come: once in each clinic that has one. */
  async concerned(told: readonly Told[], number: string): Promise<Kept[]> {
    const ahead = await this.live.toCome(told, number);
    return keptWith(
      ahead.flatMap(({ appointments }) => appointments),
      true,
    );
  }

  private async about(asked: Asked, appointments: readonly LiveAppointment[], number: string, forPerson: boolean): Promise<Outcome> {
    const [only, ...others] = appointments;
    const said =
      only && others.length === 0 ? await this.answers.answer(asked, only, number) : this.answers.ask(asked, appointments, number);
    return outcomeOf(said ? [said] : [], appointments, forPerson || !said);
  }

  /** The answer to a question by numbers: each appointment that was named, as it was shown with its number. */
  private async choose(
    { choice = [], saysYes = false }: Reply,
    told: readonly Told[],
    number: string,
    offeredAt: Date | undefined,
  ): Promise<Outcome | undefined> {
    const [latest] = told;
    const question = latest && choicesOf(told, now(replyCtx(latest.clinicId)), offeredAt);
    // "Yes 1" to "which appointment can you not come to?" says two things.
    if (!question || (saysYes && question.asks !== 'yes')) return undefined;
    const numbers = choice === 'all' ? [...question.options.keys()].toSorted((a, b) => a - b) : choice;
    const options = numbers.map((one) => question.options.get(one)).filter((one) => one !== undefined);
    if (options.length < numbers.length || options.length === 0) return undefined;
    const picked: Picked[] = [];
    for (const option of options)
      picked.push({ clinicId: option.clinicId, appointments: await this.picked(option, question.asks, told, number) });
    return this.answerAll(question.asks, picked, number);
  }

  private async picked(option: Option, asked: Asked, told: readonly Told[], number: string): Promise<LiveAppointment[]> {
    if (option.appointmentId !== null) return this.live.readAll([option], number);
    const ahead = await this.live.toCome(
      told.filter(({ clinicId }) => clinicId === option.clinicId),
      number,
    );
    const meant = meantBy(asked, ahead, null);
    return meant.length > 0 ? meant : ahead.flatMap(({ appointments }) => appointments);
  }

  private async answerAll(asked: Asked, picked: readonly Picked[], number: string): Promise<Outcome> {
    const appointments = picked.flatMap((one) => one.appointments);
    const [first, ...others] = picked;
    if (first && others.length === 0 && appointments.length > 1) return this.about(asked, appointments, number, false);
    // Several clinics, and in one of them several appointments or none: nothing is done of what may be meant otherwise.
    if (!picked.every((one) => one.appointments.length === 1)) return { lines: [], kept: keptOf(picked, true) };
    const said: (Said | undefined)[] = [];
    for (const appointment of appointments) said.push(await this.answers.answer(asked, appointment, number));
    const answered = said.filter((one) => one !== undefined);
    return outcomeOf(answered, appointments, answered.length < said.length);
  }
}

/** Somebody reads it besides, where the words of a plain answer are not all that came. */
const readToo = (outcome: Outcome | undefined, forPerson: boolean): Outcome | undefined =>
  outcome && forPerson ? { ...outcome, kept: outcome.kept.map((one) => ({ ...one, forPerson })) } : outcome;

/** Where there are more than were read, none is left out for being confirmed. */
function meantBy(asked: Asked, ahead: readonly ToCome[], lastId: string | null | undefined): LiveAppointment[] {
  const appointments = ahead.flatMap((one) => one.appointments);
  const meant = appointmentsMeant(
    asked,
    appointments,
    appointments.find(({ id }) => id === lastId),
  );
  return ahead.every(({ all }) => all) ? meant : appointments;
}

/**
 * What was said of one or several appointments; the patient's text stands in the clinic of each. What does not fit into one text is not said,
 * and a person reads it.
 */
function outcomeOf(said: readonly Said[], appointments: readonly LiveAppointment[], forPerson: boolean): Outcome {
  const fits = said.filter((_, index) => joined(said.slice(0, index + 1)).length <= LONGEST_ANSWER);
  const cut = fits.length < said.length;
  const lines = fits.flatMap((one) => one.lines);
  const kept = keptWith(appointments, forPerson || cut || said.some((one) => one.forPerson));
  return lines.length > 0 ? { text: cut ? `${joined(fits)}\n${CALL_ABOUT_OTHERS}` : joined(fits), lines, kept } : { lines, kept };
}

const joined = (said: readonly Said[]) => said.map(({ text }) => text).join('\n');

function keptWith(appointments: readonly LiveAppointment[], forPerson: boolean): Kept[] {
  const clinics = [...Map.groupBy(appointments, ({ clinicId }) => clinicId)];
  return keptOf(
    clinics.map(([clinicId, theirs]) => ({ clinicId, appointments: theirs })),
    forPerson,
  );
}

/** Once in each clinic: with the appointment where it is one, with the patient where they are one's. */
function keptOf(picked: readonly Picked[], forPerson: boolean): Kept[] {
  return [...Map.groupBy(picked, ({ clinicId }) => clinicId)].map(([clinicId, of]) => {
    const [first, ...others] = of.flatMap(({ appointments }) => appointments);
    if (!first) return { clinicId, forPerson };
    const samePatient = others.every(({ patientId }) => patientId === first.patientId);
    return { clinicId, patientId: samePatient ? first.patientId : null, appointmentId: others.length === 0 ? first.id : null, forPerson };
  });
}
