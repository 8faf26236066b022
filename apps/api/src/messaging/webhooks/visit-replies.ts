import { Injectable } from '@nestjs/common';
import { now } from '../../platform/index.js';
import type { Outcome } from './conversations.js';
import { type LiveVisit, LiveVisits, replyCtx } from './live-visits.js';
import type { Reply } from './understand-reply.js';
import { type Said, VisitAnswers } from './visit-answers.js';
import { type Asked, choicesOf, type Shown, type Told, visitsMeant, visitsTold } from './visits-meant.js';

/** What was told of last is what an answer may be about; who has more than these to come is asked by a person. */
const MOST_VISITS = 12;

/** Finds the visit that a text is about, and never guesses: where several may be meant, it asks. */
@Injectable()
export class VisitReplies {
  constructor(
    private readonly live: LiveVisits,
    private readonly answers: VisitAnswers,
  ) {}

  /** Undefined where a person has to answer. */
  async to(reply: Reply, told: readonly Told[], number: string): Promise<Outcome | undefined> {
    if (reply.wish === 'choice') return this.choose(reply, told, number);
    if (reply.wish !== 'yes' && reply.wish !== 'no' && reply.wish !== 'reschedule') return undefined;
    const visits = await this.read(visitsTold(told).slice(0, MOST_VISITS), number);
    const last = visits.find(({ id }) => id === told[0]?.appointmentId);
    const [visit, ...others] = visitsMeant(reply.wish, visits, last);
    if (!visit) return undefined;
    const said = await (others.length > 0
      ? this.answers.ask(reply.wish, [visit, ...others], number)
      : this.answers.answer(reply.wish, visit, number));
    return said && outcomeOf([said], reply.forPerson);
  }

  /** The answer to a question by numbers: each visit that was named, as it was shown with its number. */
  private async choose({ choice = [], saysYes = false }: Reply, told: readonly Told[], number: string): Promise<Outcome | undefined> {
    const [latest] = told;
    const question = latest && choicesOf(told, now(replyCtx(latest.clinicId)));
    // "Yes 1" to "which visit can you not come to?" says two things.
    if (!question || (saysYes && question.asks !== 'yes')) return undefined;
    const numbers = choice === 'all' ? [...question.options.keys()].toSorted((a, b) => a - b) : choice;
    const shown = numbers.map((one) => question.options.get(one));
    if (!shown.every((one) => one !== undefined)) return undefined;
    const visits = await this.read(shown, number);
    if (visits.length < numbers.length) return undefined;
    return this.answerAll(question.asks, visits, number);
  }

  private async answerAll(asked: Asked, visits: readonly LiveVisit[], number: string): Promise<Outcome | undefined> {
    const said: (Said | undefined)[] = [];
    for (const visit of visits) said.push(await this.answers.answer(asked, visit, number));
    const answered = said.filter((one) => one !== undefined);
    return answered.length > 0 ? outcomeOf(answered, answered.length < said.length) : undefined;
  }

  private async read(shown: readonly Shown[], number: string): Promise<LiveVisit[]> {
    const visits: LiveVisit[] = [];
    for (const one of shown) {
      const visit = await this.live.read(one, number);
      if (visit) visits.push(visit);
    }
    return visits;
  }
}

/** What was said of one or several visits; the patient's text stands with the visit where it was one. */
function outcomeOf(said: readonly Said[], forPerson: boolean): Outcome | undefined {
  const lines = said.flatMap((one) => one.lines);
  const [first] = lines;
  if (!first) return undefined;
  const { clinicId, patientId, appointmentId } = first;
  return {
    text: said.map(({ text }) => text).join('\n'),
    lines,
    forPerson: forPerson || said.some((one) => one.forPerson),
    about: lines.length === 1 ? { clinicId, patientId, appointmentId } : { clinicId, patientId: samePatient(lines), appointmentId: null },
  };
}

function samePatient(lines: readonly { patientId: string | null; clinicId: string }[]): string | null {
  const [first] = lines;
  return lines.every(({ patientId, clinicId }) => patientId === first?.patientId && clinicId === first?.clinicId)
    ? (first?.patientId ?? null)
    : null;
}
