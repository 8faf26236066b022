import type { Locale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../../identity/index.js';
import { ConsentsService } from '../../patients/index.js';
import { type Ctx, Db } from '../../platform/index.js';
import { type Answer, answerText } from './answer-texts.js';
import { Conversations, type Outcome } from './conversations.js';
import { OptOuts } from './opt-outs.js';
import { replyCtx } from './live-visits.js';
import { understandReply } from './understand-reply.js';
import { VisitReplies } from './visit-replies.js';
import type { Told } from './visits-meant.js';

export interface InboundText {
  from: string;
  body: string;
  /** Twilio's id of it. */
  sid: string | null;
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
    private readonly optOuts: OptOuts,
    private readonly consents: ConsentsService,
    private readonly clinics: ClinicsService,
  ) {}

  /** The text to answer with, or undefined for none. */
  async take(text: InboundText): Promise<string | undefined> {
    const told = await this.conversations.told(text.from);
    const [latest] = told;
    if (!latest) return undefined;
    const outcome = await this.outcome(text, told, latest);
    await this.keep(text, outcome);
    return outcome.text;
  }

  private async outcome({ from, body }: InboundText, told: readonly Told[], latest: Told): Promise<Outcome> {
    const reply = understandReply(body);
    const about = { clinicId: latest.clinicId, patientId: onlyPatient(told, latest.clinicId), appointmentId: null };
    // The number is one for all clinics of this installation, so is the wish to hear no more from it.
    const clinics = [...new Set(told.map(({ clinicId }) => clinicId))];
    const silently: Outcome = { lines: [], forPerson: reply.forPerson, about };
    if (reply.wish === 'stop') {
      const anew = await this.optOuts.add(clinics, from);
      return anew && !ANSWERED_BY_TWILIO.test(body) ? this.say('stop', silently, from) : silently;
    }
    const optedOut = await this.optOuts.has(latest.clinicId, from);
    if (reply.wish === 'start' || (optedOut && OPTS_IN_AT_TWILIO.test(body))) {
      await this.optOuts.remove(clinics, from);
      return this.say('start', silently, from);
    }
    // Whoever opted out is not written to, not even in answer; a person sees what they want.
    if (optedOut) return { ...silently, forPerson: true };
    if (reply.wish === 'help') return ANSWERED_BY_TWILIO.test(body) ? silently : this.say('help', silently, from);
    return (await this.replies.to(reply, told, from)) ?? this.toPerson(silently, told, from);
  }

  private async toPerson(silently: Outcome, told: readonly Told[], from: string): Promise<Outcome> {
    const outcome = { ...silently, forPerson: true };
    const noted = told.find(({ reply }) => reply === 'noted');
    return noted && Date.now() - +noted.at < NOTED_AGAIN_AFTER_MS ? outcome : this.say('noted', outcome, from);
  }

  /** An answer that is about no visit, by the clinic that wrote last. */
  private async say(reply: Exclude<Answer, 'which'>, outcome: Outcome, number: string): Promise<Outcome> {
    const { clinicId, patientId } = outcome.about;
    const ctx = replyCtx(clinicId);
    const { name, phone, locale } = await this.clinics.get(ctx);
    const text = answerText(reply, { clinic: name, phone: phone ?? name }, await this.localeOf(ctx, patientId, locale));
    const line = { clinicId, number, text, patientId, appointmentId: null, reply, version: null, startsAt: null };
    return { ...outcome, text, lines: [line] };
  }

  private async localeOf(ctx: Ctx, patientId: string | null, otherwise: Locale): Promise<Locale> {
    return patientId ? (await this.consents.contact(ctx, patientId, 'appointments')).locale : otherwise;
  }

  private async keep({ from, body, sid }: InboundText, { lines, about, forPerson }: Outcome): Promise<void> {
    const { clinicId, patientId, appointmentId } = about;
    await this.db.tx(replyCtx(clinicId), (ctx) =>
      this.conversations.keepTheirs(ctx, { number: from, text: body, patientId, appointmentId, sid, forPerson }),
    );
    // One moment for all lines of an answer: by it they are known to be one.
    const at = new Date();
    for (const line of lines) {
      await this.db.tx({ ...replyCtx(line.clinicId), at }, (ctx) => this.conversations.keepOurs(ctx, line));
    }
  }
}

/** Whose phone it is, where the clinic wrote to it about one patient alone. */
function onlyPatient(told: readonly Told[], clinicId: string): string | null {
  const patients = new Set(told.filter((text) => text.clinicId === clinicId && text.patientId).map(({ patientId }) => patientId));
  return patients.size === 1 ? ([...patients][0] ?? null) : null;
}
