import type { Locale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../../identity/index.js';
import { ConsentsService } from '../../patients/index.js';
import { type Ctx, Db, now } from '../../platform/index.js';
import { sayOptOut } from '../sending/opt-outs.js';
import { type Answer, answerText, strayText } from './answer-texts.js';
import { Conversations, type Outcome } from './conversations.js';
import { replyCtx } from './live-visits.js';
import { type Reply, understandReply } from './understand-reply.js';
import { signed } from './visit-answers.js';
import { VisitReplies } from './visit-replies.js';
import type { Told } from './visits-meant.js';
import { clinicsMeant, homeOf, type SharedHome } from './whose-words.js';

export interface InboundText {
  from: string;
  body: string;
  /** Twilio's id of it: what it asks is done once, whenever and however often it is brought. */
  sid: string;
}

// At these words Twilio answers by itself; an answer of ours would be a second one, or refused.
const ANSWERED_BY_TWILIO = /^\s*(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|HELP|INFO)\s*$/i;
/** Twilio takes this very word for a wish to be texted again. */
const OPTS_IN_AT_TWILIO = /^\s*YES\s*$/i;
/** Two machines that thank each other would never end. */
const NOTED_AGAIN_AFTER_MS = 12 * 3_600_000;

/** What a patient texts back: it is acted upon where it is plain and about one visit, and read by a person where it is not. */
@Injectable()
export class InboundSms {
  constructor(
    private readonly db: Db,
    private readonly conversations: Conversations,
    private readonly replies: VisitReplies,
    private readonly consents: ConsentsService,
    private readonly clinics: ClinicsService,
  ) {}

  /** The text to answer with, or undefined for none. */
  async take(text: InboundText): Promise<string | undefined> {
    const { from, sid } = text;
    if (await this.conversations.isKnown(sid)) return undefined;
    const told = await this.conversations.told(from);
    const known = await this.conversations.known(from);
    const at = now({});
    const home = homeOf(told, known, at);
    const nobodys = clinicsMeant(told, known, at).length > 1;
    const reply = understandReply(text.body);
    // Beside a stop or a start too, words of somebody's own are shown to no clinic that they may not be for.
    if (!home || (nobodys && reply.ownWords && (reply.wish === 'stop' || reply.wish === 'start'))) return this.takeStray(text, reply);
    const outcome = await this.outcome(text, reply, told, { ...home, nobodys });
    if (!outcome) return this.takeStray(text, reply);
    const asksWhose = new Set(outcome.lines.map(({ clinicId }) => clinicId)).size > 1;
    if (!reply.ownWords || (!nobodys && !asksWhose)) return this.keep(text, outcome, home, false);
    const answer = await this.keep(text, outcome, home, true);
    // A question whose visit is meant says so by itself.
    return answer && (asksWhose ? answer : `${answer}\n${strayText(null, true)}`);
  }

  /** Undefined where a person has to read it and it is not known of which clinic. */
  private async outcome(
    { from, body }: InboundText,
    reply: Reply,
    told: readonly Told[],
    { nobodys, ...home }: SharedHome & { nobodys: boolean },
  ): Promise<Outcome | undefined> {
    const silently: Outcome = {
      lines: [],
      forPerson: reply.forPerson,
      about: { clinicId: home.clinicId, patientId: home.patientId, appointmentId: null },
    };
    const optedOut = await this.conversations.optedOut(from);
    if (reply.wish === 'stop') {
      const out = { ...silently, optOut: 'out' as const };
      return optedOut || ANSWERED_BY_TWILIO.test(body) ? out : this.say('stop', out, from);
    }
    if (optsIn(reply, body, optedOut)) return this.say('start', { ...silently, optOut: 'in' }, from);
    // Whoever opted out is not written to, not even in answer; a person sees what they want.
    if (optedOut) return nobodys ? undefined : { ...silently, forPerson: true };
    if (reply.wish === 'help') return ANSWERED_BY_TWILIO.test(body) ? silently : this.say('help', silently, from);
    return (await this.replies.to(reply, told, from)) ?? (nobodys ? undefined : this.toPerson(silently, told, from));
  }

  private async toPerson(silently: Outcome, told: readonly Told[], from: string): Promise<Outcome> {
    const outcome = { ...silently, forPerson: true };
    const noted = told.find(({ reply }) => reply === 'noted');
    const at = now(replyCtx(outcome.about.clinicId));
    return noted && +at - +noted.at < NOTED_AGAIN_AFTER_MS ? outcome : this.say('noted', outcome, from);
  }

  /** An answer that is about no visit, by the clinic that wrote last. */
  private async say(reply: Exclude<Answer, 'which'>, outcome: Outcome, number: string): Promise<Outcome> {
    const { clinicId, patientId } = outcome.about;
    const ctx = replyCtx(clinicId);
    const clinic = await this.clinics.get(ctx);
    const locale = await this.localeOf(ctx, patientId, clinic.locale);
    const text = answerText(reply, signed({ clinic, phone: clinic, locale }), locale);
    const line = { clinicId, number, text, patientId, appointmentId: null, reply, version: null, startsAt: null };
    return { ...outcome, text, lines: [line] };
  }

  private async localeOf(ctx: Ctx, patientId: string | null, otherwise: Locale): Promise<Locale> {
    return patientId ? (await this.consents.contact(ctx, patientId, 'appointments')).locale : otherwise;
  }

  /** From a phone that no clinic knows, or of which several may be meant: its opt-out holds, and whoever wants more is told to call. */
  private async takeStray({ from, body, sid }: InboundText, reply: Reply): Promise<string | undefined> {
    const wish = reply.wish === 'stop' ? 'out' : optsIn(reply, body, await this.conversations.optedOut(from)) ? 'in' : null;
    const more = reply.ownWords === true;
    const answer = await this.conversations.takeStray(sid, from, wish, more);
    return answer && !ANSWERED_BY_TWILIO.test(body) ? strayText(wish, more) : undefined;
  }

  /**
   * What is answered, once it is kept; undefined where the same text was kept by somebody else in the meantime. Words
   * of nobody known, beside a wish that is answered, are counted as a stray text's and kept in no clinic.
   */
  private async keep({ from, body, sid }: InboundText, outcome: Outcome, home: SharedHome, asStray: boolean): Promise<string | undefined> {
    const { clinicId, patientId, appointmentId } = outcome.about;
    const sharedBy = patientId === null && clinicId === home.clinicId ? home.sharedBy : [];
    const theirs = { number: from, text: body, patientId, appointmentId, sid, forPerson: outcome.forPerson, sharedBy };
    // One moment for all lines of an answer: by it they are known to be one.
    const at = now(replyCtx(clinicId));
    for (const line of outcome.lines) {
      if (line.clinicId === clinicId) continue;
      await this.db.tx({ ...replyCtx(line.clinicId), at }, (ctx) => this.conversations.keepOurs(ctx, line));
    }
    return this.db.tx({ ...replyCtx(clinicId), at }, async (ctx) => {
      if (!(await this.conversations.claim(ctx, sid))) return undefined;
      if (outcome.optOut) await sayOptOut(ctx, from, outcome.optOut === 'out' ? 'stop' : null);
      if (asStray) await this.conversations.countStray(ctx, sid, from);
      else await this.conversations.keepTheirs(ctx, theirs);
      for (const line of outcome.lines) if (line.clinicId === clinicId) await this.conversations.keepOurs(ctx, line);
      return outcome.text;
    });
  }
}

function optsIn({ wish }: Reply, body: string, optedOut: boolean): boolean {
  return wish === 'start' || (optedOut && OPTS_IN_AT_TWILIO.test(body));
}
