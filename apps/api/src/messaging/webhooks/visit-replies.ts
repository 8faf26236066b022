import { Injectable } from '@nestjs/common';
import { now } from '../../platform/index.js';
import { CALL_ABOUT_OTHERS } from './answer-texts.js';
import type { Kept, Outcome } from './conversations.js';
import { type LiveVisit, LiveVisits, replyCtx, type ToCome } from './live-visits.js';
import type { Reply } from './understand-reply.js';
import { type Said, VisitAnswers } from './visit-answers.js';
import { type Asked, choicesOf, type Option, type Told, visitsMeant } from './visits-meant.js';

/** The provider takes no more than 1600 characters, and a line on what nobody has read may follow. */
const LONGEST_ANSWER = 1300;

/** What was picked by a number: the visits that it stands for now, none where they are over or off. */
interface Picked {
  clinicId: string;
  visits: LiveVisit[];
}

/** Finds the visit that a text is about, and never guesses: where several may be meant, it asks. */
@Injectable()
export class VisitReplies {
  constructor(
    private readonly live: LiveVisits,
    private readonly answers: VisitAnswers,
  ) {}

  /**
   * Undefined where it is about no visit. Without lines where a person has to answer: of each clinic that may be meant, since
   * a refusal that reaches the wrong one alone has reached nobody.
   */
  async to(reply: Reply, told: readonly Told[], number: string, offeredAt?: Date): Promise<Outcome | undefined> {
    if (reply.wish === 'choice') return this.choose(reply, told, number, offeredAt);
    if (reply.wish !== 'yes' && reply.wish !== 'no' && reply.wish !== 'reschedule') return undefined;
    const meant = meantBy(reply.wish, await this.live.toCome(told, number), told[0]?.appointmentId);
    return meant.length > 0 ? this.about(reply.wish, meant, number, reply.forPerson) : undefined;
  }

  /** Where a person has to read a word that may be meant of any visit to come: once in each clinic that has one. */
  async concerned(told: readonly Told[], number: string): Promise<Kept[]> {
    const ahead = await this.live.toCome(told, number);
    return keptWith(
      ahead.flatMap(({ visits }) => visits),
      true,
    );
  }

  private async about(asked: Asked, visits: readonly LiveVisit[], number: string, forPerson: boolean): Promise<Outcome> {
    const [only, ...others] = visits;
    const said = only && others.length === 0 ? await this.answers.answer(asked, only, number) : this.answers.ask(asked, visits, number);
    return outcomeOf(said ? [said] : [], visits, forPerson || !said);
  }

  /** The answer to a question by numbers: each visit that was named, as it was shown with its number. */
  private async choose(
    { choice = [], saysYes = false }: Reply,
    told: readonly Told[],
    number: string,
    offeredAt: Date | undefined,
  ): Promise<Outcome | undefined> {
    const [latest] = told;
    const question = latest && choicesOf(told, now(replyCtx(latest.clinicId)), offeredAt);
    // "Yes 1" to "which visit can you not come to?" says two things.
    if (!question || (saysYes && question.asks !== 'yes')) return undefined;
    const numbers = choice === 'all' ? [...question.options.keys()].toSorted((a, b) => a - b) : choice;
    const options = numbers.map((one) => question.options.get(one)).filter((one) => one !== undefined);
    if (options.length < numbers.length || options.length === 0) return undefined;
    const picked: Picked[] = [];
    for (const option of options)
      picked.push({ clinicId: option.clinicId, visits: await this.picked(option, question.asks, told, number) });
    return this.answerAll(question.asks, picked, number);
  }

  private async picked(option: Option, asked: Asked, told: readonly Told[], number: string): Promise<LiveVisit[]> {
    if (option.appointmentId !== null) return this.live.readAll([option], number);
    const ahead = await this.live.toCome(
      told.filter(({ clinicId }) => clinicId === option.clinicId),
      number,
    );
    const meant = meantBy(asked, ahead, null);
    return meant.length > 0 ? meant : ahead.flatMap(({ visits }) => visits);
  }

  private async answerAll(asked: Asked, picked: readonly Picked[], number: string): Promise<Outcome> {
    const visits = picked.flatMap((one) => one.visits);
    const [first, ...others] = picked;
    if (first && others.length === 0 && visits.length > 1) return this.about(asked, visits, number, false);
    // Several clinics, and in one of them several visits or none: nothing is done of what may be meant otherwise.
    if (!picked.every((one) => one.visits.length === 1)) return { lines: [], kept: keptOf(picked, true) };
    const said: (Said | undefined)[] = [];
    for (const visit of visits) said.push(await this.answers.answer(asked, visit, number));
    const answered = said.filter((one) => one !== undefined);
    return outcomeOf(answered, visits, answered.length < said.length);
  }
}

/** Where there are more than were read, none is left out for being confirmed. */
function meantBy(asked: Asked, ahead: readonly ToCome[], lastId: string | null | undefined): LiveVisit[] {
  const visits = ahead.flatMap((one) => one.visits);
  const meant = visitsMeant(
    asked,
    visits,
    visits.find(({ id }) => id === lastId),
  );
  return ahead.every(({ all }) => all) ? meant : visits;
}

/**
 * What was said of one or several visits; the patient's text stands in the clinic of each. What does not fit into one text is not said,
 * and a person reads it.
 */
function outcomeOf(said: readonly Said[], visits: readonly LiveVisit[], forPerson: boolean): Outcome {
  const fits = said.filter((_, index) => joined(said.slice(0, index + 1)).length <= LONGEST_ANSWER);
  const cut = fits.length < said.length;
  const lines = fits.flatMap((one) => one.lines);
  const kept = keptWith(visits, forPerson || cut || said.some((one) => one.forPerson));
  return lines.length > 0 ? { text: cut ? `${joined(fits)}\n${CALL_ABOUT_OTHERS}` : joined(fits), lines, kept } : { lines, kept };
}

const joined = (said: readonly Said[]) => said.map(({ text }) => text).join('\n');

function keptWith(visits: readonly LiveVisit[], forPerson: boolean): Kept[] {
  const clinics = [...Map.groupBy(visits, ({ clinicId }) => clinicId)];
  return keptOf(
    clinics.map(([clinicId, theirs]) => ({ clinicId, visits: theirs })),
    forPerson,
  );
}

/** Once in each clinic: with the visit where it is one, with the patient where they are one's. */
function keptOf(picked: readonly Picked[], forPerson: boolean): Kept[] {
  return [...Map.groupBy(picked, ({ clinicId }) => clinicId)].map(([clinicId, of]) => {
    const [first, ...others] = of.flatMap(({ visits }) => visits);
    if (!first) return { clinicId, forPerson };
    const samePatient = others.every(({ patientId }) => patientId === first.patientId);
    return { clinicId, patientId: samePatient ? first.patientId : null, appointmentId: others.length === 0 ? first.id : null, forPerson };
  });
}
