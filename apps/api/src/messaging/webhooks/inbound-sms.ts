import { Injectable } from '@nestjs/common';
import { Db, now, type TxCtx } from '../../platform/index.js';
import { hasOptedOut, keepNumber, sayOptWords } from '../sending/opt-outs.js';
import { NOTED_BY_SEVERAL, offerText, PICTURE_CAME, PICTURES_UNSEEN, REST_UNREAD, strayText, withheldText } from './answer-texts.js';
import { ClinicAnswers } from './clinic-answers.js';
import { asksForNothing, leavesOpen, yesTo } from './courtesy.js';
import { daysNamed } from './days-named.js';
import { Conversations, type Kept, type Outcome, type TheirLine } from './conversations.js';
import { replyCtx } from './live-appointments.js';
import { asMissed, type MissedText, optsSaid } from './missed-text.js';
import { isAnsweredByTwilio, optsIn } from './opting.js';
import type { Reply } from './reply.js';
import { understandReply } from './understand-reply.js';
import { AppointmentReplies } from './appointment-replies.js';
import type { Told } from './appointments-meant.js';
import {
  chosenClinic,
  clinicChosenBy,
  clinicsMeant,
  type Home,
  homeIn,
  homeOf,
  isStillOpen,
  type Offer,
  type SharedHome,
  toOffer,
} from './whose-words.js';

export interface InboundText {
  from: string;
  body: string;
  /** Twilio's id of it: what it asks is done once, whenever and however often it is brought. */
  sid: string;
  /** True where a picture or another file came with it. */
  picture: boolean;
  /** Where Twilio could not bring it, and it was found in its list. */
  missed?: MissedText;
}

/** Whoever texts more often than this within ten minutes is answered no more until they rest: two machines would never end. */
const MOST_TEXTS = 12;
/** Two machines that thank each other would never end. */
const NOTED_AGAIN_AFTER_MS = 12 * 3_600_000;

/** The provider refuses a longer answer, and it would reach nobody. */
const LONGEST_ANSWER = 1600;

/** A text, and whether its phone has had all the answers that it gets in a while. */
interface HeardText extends InboundText {
  muted: boolean;
}

interface Elsewhere {
  /** The clinics to choose from by a number, where it was asked and nothing was answered of an appointment since. */
  offer?: Offer | undefined;
  /** Other clinics that are told that a text arrived, without its words. */
  elsewhere?: readonly Kept[];
  /** Asked only where the text is no clinic's: whose appointments it may be about, and whom its sender may choose from. */
  undecided?: () => Promise<{ concerned: readonly Kept[]; offers: readonly string[] }>;
}

interface Keeping {
  /** Of words that are read by nobody. */
  stray?: boolean;
  /** What withheld words seem to wish. */
  wish?: string;
  /** Whether the text chooses this clinic for words to come. */
  chooses?: boolean;
}

/** What a patient texts back: it is acted upon where it is plain and about one appointment, and read by a person where it is not. */
@Injectable()
export class InboundSms {
  constructor(
    private readonly db: Db,
    private readonly conversations: Conversations,
    private readonly replies: AppointmentReplies,
    private readonly clinics: ClinicAnswers,
  ) {}

  /** The text to answer with, or undefined for none. */
  async take(brought: InboundText): Promise<string | undefined> {
    const answer = await this.heard(brought);
    return answer?.slice(0, LONGEST_ANSWER);
  }

  private async heard(brought: InboundText): Promise<string | undefined> {
    const { from, sid } = brought;
    if (await this.conversations.isKnown(sid)) return undefined;
    const { missed } = brought;
    // What is fetched again and again because it fails is one text all the same.
    const muted = missed ? !missed.answered : (await this.conversations.texts(from)) > MOST_TEXTS;
    const text = { ...brought, muted };
    const told = await this.conversations.told(from);
    const known = await this.conversations.known(from);
    const at = now({});
    const said: Reply = { ...understandReply(text.body), names: daysNamed(text.body), ...(missed && { writtenAt: missed.at }) };
    // With a picture it is not the words alone that somebody sent; and "see you Friday" is none to an appointment on Tuesday.
    const isMore = said.courtesy && (text.picture || (await this.replies.nameAnother(said, told, from)));
    const whole = isMore ? { ...said, courtesy: false, ownWords: true } : said;
    const reply = missed ? asMissed(whole, missed, told, await this.conversations.optOut(from)) : whole;
    const meant = clinicsMeant(told, known, at);
    const home = homeOf(told, known, at);
    if (meant.length < 2)
      return home ? this.answer(text, reply, told, known, { ...home, nobodys: false }) : this.takeStray(text, reply, []);

    const offer = await this.conversations.offer(from);
    const open = isStillOpen(offer, told) ? offer : undefined;
    const chosen = chosenClinic(offer, told, at);
    // What was chosen for words of their own is meant of what these say of an appointment too; and nobody else misses an appointment called off.
    if (chosen !== undefined && meant.includes(chosen) && reply.ownWords) {
      const [theirs, others] = [told.filter(({ clinicId }) => clinicId === chosen), told.filter(({ clinicId }) => clinicId !== chosen)];
      const elsewhere = isNoNews(reply) ? [] : await this.replies.concerned(others, from);
      return this.answer(text, reply, theirs, known, { ...homeIn(chosen, known), nobodys: false }, { elsewhere });
    }
    const picked = clinicChosenBy(reply, offer, told, at);
    if (picked !== undefined && meant.includes(picked) && !(await this.conversations.optOut(from))) return this.choose(text, picked, known);
    if (!home) return this.takeStray(text, reply, []);
    // Beside a stop or a start too, words of somebody's own are shown to no clinic that they may not be for.
    if (reply.ownWords && (reply.wish === 'stop' || reply.wish === 'start')) {
      const concerned = await this.replies.concerned(told, from);
      return concerned.length > 0 ? this.besideWords(text, reply, concerned, known) : this.takeStray(text, reply, []);
    }
    const undecided = async () => {
      const concerned = await this.replies.concerned(told, from);
      const ahead = concerned.map(({ clinicId }) => clinicId);
      return { concerned, offers: toOffer(meant, told, ahead, offer?.offered ?? [], at) };
    };
    return this.answer(text, reply, told, known, { ...home, nobodys: true }, { undecided, offer: open });
  }

  private async answer(
    text: HeardText,
    reply: Reply,
    told: readonly Told[],
    known: readonly Home[],
    home: SharedHome & { nobodys: boolean },
    { offer, elsewhere = [], undecided = async () => ({ concerned: [], offers: [] }) }: Elsewhere = {},
  ): Promise<string | undefined> {
    const outcome = await this.outcome(text, reply, told, home, offer);
    if (!outcome) {
      const { concerned, offers } = await undecided();
      // The words are not known to be for any clinic, but there are more ways to call off an appointment than can be listed. So each clinic
      // that has a coming appointment is told that a text arrived, without its words.
      if (reply.ownWords) for (const one of concerned) await this.keepWithheld(text, one, known, seemsToWish(reply));
      return this.takeStray(text, reply, offers);
    }
    const several = outcome.kept.length > 1;
    const stray = reply.ownWords === true && (home.nobodys || several);
    const kept = [...outcome.kept.map((one) => (stray ? withheld(one) : one)), ...elsewhere.map(withheld)];
    const answer = await this.keep(text, { ...outcome, kept }, known, { stray, wish: seemsToWish(reply) });
    if (!stray || answer === undefined) return answer;
    return `${answer}\n${several ? REST_UNREAD : strayText(null, true)}`;
  }

  private async keepWithheld({ from, sid, picture, missed }: HeardText, kept: Kept, known: readonly Home[], wish: string): Promise<void> {
    const line = { ...theirLine(kept, known), number: from, text: shown(withheldText(wish), picture), sid, writtenAt: missed?.at };
    await this.db.tx(replyCtx(kept.clinicId), async (ctx) => void (await this.conversations.keepTheirs(ctx, line)));
  }

  /** An opt-out in somebody's own words, or a wish to be written to again: each clinic with a coming appointment is told that a text arrived. */
  private async besideWords(
    text: HeardText,
    reply: Reply,
    concerned: readonly Kept[],
    known: readonly Home[],
  ): Promise<string | undefined> {
    const optOut = reply.wish === 'start' ? 'in' : 'out';
    const again = optOut === 'out' && (await this.conversations.optOut(text.from));
    const outcome: Outcome = { text: again ? undefined : strayText(optOut, true), lines: [], kept: concerned.map(withheld), optOut };
    return this.keep(text, outcome, known, { stray: true, wish: seemsToWish(reply) });
  }

  /** From now on words of their own are for this clinic; those of before nobody has kept. */
  private async choose(text: HeardText, clinicId: string, known: readonly Home[]): Promise<string | undefined> {
    const outcome: Outcome = { lines: [], kept: [{ clinicId, forPerson: false }] };
    return this.keep(text, await this.clinics.say('resend', outcome, homeIn(clinicId, known), text.from), known, { chooses: true });
  }

  /** Undefined where a person has to read it and it is not known of which clinic. */
  private async outcome(
    { from, body, picture }: HeardText,
    reply: Reply,
    told: readonly Told[],
    { nobodys, clinicId, patientId }: SharedHome & { nobodys: boolean },
    offer: Offer | undefined,
  ): Promise<Outcome | undefined> {
    const home = { clinicId, patientId };
    const at = (forPerson: boolean): Outcome => ({ lines: [], kept: [{ ...home, forPerson }] });
    if (reply.courtesy) return this.courtesy(told, from, at, nobodys);
    const optedOut = await this.conversations.optOut(from);
    const start = optsIn(reply, body, optedOut);
    // "Cancel" is an opt-out that may be meant of an appointment, and so of any that is to come, as "please help" may be; like any plain word from
    // whoever opted out, who is asked nothing back.
    const cries = reply.wish === 'stop' || (reply.wish === 'help' && nobodys && !optedOut);
    const everywhere = cries ? reply.forPerson : optedOut && !start && !reply.ownWords;
    const concerned = everywhere ? await this.replies.concerned(told, from) : [];
    const silently = concerned.length > 0 ? { lines: [], kept: concerned } : at(reply.forPerson);
    if (reply.wish === 'stop') {
      const out = { ...silently, optOut: 'out' as const };
      if (optedOut || isAnsweredByTwilio(body)) return out;
      const said = await this.clinics.say('stop', out, home, from);
      return nobodys ? saidOfTheNumber(said, 'out') : said;
    }
    if (start) {
      const said = await this.clinics.say('start', { ...silently, optOut: 'in' }, home, from);
      return nobodys ? saidOfTheNumber(said, 'in') : said;
    }
    // Whoever opted out is not written to, not even in answer; a person sees what they want.
    if (optedOut) return concerned.length > 0 ? silently : nobodys ? undefined : at(true);
    if (reply.wish === 'help') return isAnsweredByTwilio(body) ? silently : this.clinics.say('help', silently, home, from);
    const lasts = reply.wish === 'yes' ? await this.conversations.lastSaid(told, from) : [];
    const yes = reply.wish === 'yes' ? yesTo(reply, lasts) : 'act';
    if (yes === 'courtesy') return at(reply.forPerson);
    // A yes to no question, or a number, may be meant of any appointment to come.
    const ofAny = yes === 'unclear' || (reply.wish === 'choice' && !offer);
    const found =
      (yes === 'act' ? await this.replies.to(reply, told, from, { offeredAt: offer?.at, wishOpen: leavesOpen(lasts) }) : undefined) ??
      (nobodys ? ofAny && (await this.ofAnyAppointment(told, from)) : at(true));
    if (!found) return undefined;
    if (found.lines.length > 0) return found;
    // Whoever has nothing but a picture to read has nothing to read.
    return picture && body.trim() === '' ? this.clinics.say('picture', found, home, from) : this.noted(found, reply, told, from);
  }

  /** Thanks or a farewell are never answered. To an answer they say nothing more; to a reminder or a question they may be meant as one. */
  private async courtesy(told: readonly Told[], from: string, at: (forPerson: boolean) => Outcome, nobodys: boolean): Promise<Outcome> {
    if (asksForNothing(await this.conversations.lastSaid(told, from))) return at(false);
    return (nobodys && (await this.ofAnyAppointment(told, from))) || at(true);
  }

  private async ofAnyAppointment(told: readonly Told[], number: string): Promise<Outcome | undefined> {
    const kept = await this.replies.concerned(told, number);
    return kept.length > 0 ? { lines: [], kept } : undefined;
  }

  /**
   * That somebody will read it, once in a while: by the clinic, or of none where it is before several. Whoever chose a number waits for
   * an answer each time.
   */
  private async noted(outcome: Outcome, { wish }: Reply, told: readonly Told[], from: string): Promise<Outcome> {
    const [first, ...others] = outcome.kept;
    if (!first) return outcome;
    const at = now(replyCtx(first.clinicId));
    const noted = told.find(({ reply, clinicId }) => reply === 'noted' && outcome.kept.some((one) => one.clinicId === clinicId));
    if (noted && wish !== 'choice' && +at - +noted.at < NOTED_AGAIN_AFTER_MS) return outcome;
    const lines: Outcome['lines'] = [];
    // Each clinic keeps what it says itself: that others were told too is theirs.
    for (const one of outcome.kept) lines.push(...(await this.clinics.say('noted', outcome, { patientId: null, ...one }, from)).lines);
    return { ...outcome, text: others.length === 0 ? lines[0]?.text : NOTED_BY_SEVERAL, lines };
  }

  /**
   * From a phone that no clinic knows, or of which several may be meant: its opt-out holds, and whoever wants more is told to
   * call, or to choose one of the clinics that wrote to them of late.
   */
  private async takeStray(text: HeardText, reply: Reply, offers: readonly string[]): Promise<string | undefined> {
    const { from, body, sid, muted, picture } = text;
    if (reply.courtesy) return this.conversations.letBe(sid);
    const wish = reply.wish === 'stop' ? 'out' : optsIn(reply, body, await this.conversations.optOut(from)) ? 'in' : null;
    const more = reply.ownWords === true;
    const names = wish === null && (more || reply.wish === 'choice') && !muted ? await this.clinics.namesOf(offers) : undefined;
    const byKeyword = isAnsweredByTwilio(body);
    const said = optsSaid(text, wish !== null);
    const known = text.missed?.known ?? null;
    const answer = await this.conversations.takeStray(sid, from, { wish, said, known, more, offers: names ? [...offers] : null });
    if (!answer || muted || byKeyword) return undefined;
    const back = names ? offerText(names) : strayText(wish, more);
    return picture && wish !== 'out' ? `${back}\n${PICTURES_UNSEEN}` : back;
  }

  /**
   * What is answered, once it is kept; undefined where the same text was kept by somebody else in the meantime. Words of
   * nobody known are counted as a stray text's and shown in no clinic: there it is said what they seem to wish. Each clinic
   * has it in a transaction of its own, the last one claims it, and none has it twice.
   */
  private async keep(
    text: HeardText,
    outcome: Outcome,
    known: readonly Home[],
    { stray = false, wish = 'other', chooses = false }: Keeping = {},
  ): Promise<string | undefined> {
    const { from, body, sid, muted, picture, missed } = text;
    const [home, ...others] = outcome.kept;
    if (!home) return undefined;
    const answer = picture && !outcome.optOut ? withPictures(outcome) : outcome.text;
    /** Whoever opted out while this was worked on is not answered: that was acknowledged, and holds until the transaction ends. */
    const silent = async (ctx: TxCtx) => {
      if (muted || outcome.optOut || answer === undefined) return muted;
      keepNumber(ctx, from);
      return hasOptedOut(ctx, from);
    };
    const at = now(replyCtx(home.clinicId));
    const keepIn = async (ctx: TxCtx, kept: Kept): Promise<boolean> => {
      const quiet = await silent(ctx);
      const words = shown(kept.withheld ? withheldText(wish) : body, picture);
      // Whoever is answered no more is read by a person, and so is what came with a picture.
      const read = picture || (muted && !outcome.optOut);
      const theirs = { ...theirLine(kept, known), ...(read && { forPerson: true }), number: from, sid, writtenAt: missed?.at };
      if (!(await this.conversations.keepTheirs(ctx, { ...theirs, text: words }))) return quiet;
      const lines = quiet ? [] : outcome.lines.filter(({ clinicId }) => clinicId === kept.clinicId);
      for (const line of lines) await this.conversations.keepOurs(ctx, line, sid, missed !== undefined);
      return quiet;
    };
    for (const other of others) await this.db.tx({ ...replyCtx(other.clinicId), at }, async (ctx) => void (await keepIn(ctx, other)));
    return this.db.tx({ ...replyCtx(home.clinicId), at }, async (ctx) => {
      if (!(await this.conversations.claim(ctx, sid))) return undefined;
      await sayOptWords(ctx, from, optsSaid(text, outcome.optOut !== undefined), missed?.known);
      if (stray) await this.conversations.countStray(ctx, sid, from);
      if (chooses) await this.conversations.choose(ctx, from);
      return (await keepIn(ctx, home)) ? undefined : answer;
    });
  }
}

/** Of one clinic it would seem that the others went on, or had stopped. */
function saidOfTheNumber(outcome: Outcome, wish: 'in' | 'out'): Outcome {
  const text = strayText(wish, false);
  return { ...outcome, text, lines: outcome.lines.map((line) => ({ ...line, text })) };
}

/** What stands in a clinic of a text. */
const shown = (words: string, picture: boolean): string => (picture ? `${words}\n${PICTURE_CAME}`.trim() : words);

/** Says besides that pictures are not seen, where nothing else says so. */
function withPictures({ text, lines }: Outcome): string | undefined {
  if (lines.some(({ reply }) => reply === 'picture')) return text;
  return [text, PICTURES_UNSEEN].filter(Boolean).join('\n');
}

const withheld = (kept: Kept): Kept => ({ ...kept, withheld: true });

/** What is said of words that are not shown. */
const seemsToWish = ({ wish, cancels, mayBeOff }: Reply): string => (cancels ? 'no' : mayBeOff ? 'perhaps' : wish);

/** Words for a clinic that was chosen for them, and of no appointment: there is nothing that another would have to know. */
const isNoNews = (reply: Reply): boolean => !['no', 'reschedule', 'perhaps'].includes(seemsToWish(reply));

/** Of the patient who is named, or of whom the record of now says, alone or together. */
function theirLine(
  { clinicId, patientId, appointmentId = null, forPerson }: Kept,
  known: readonly Home[],
): Omit<TheirLine, 'number' | 'text' | 'sid' | 'writtenAt'> {
  const { patientId: only, sharedBy } = homeIn(clinicId, known);
  if (patientId) return { patientId, appointmentId, sharedBy: [], forPerson };
  return { patientId: patientId === undefined ? only : null, appointmentId, sharedBy, forPerson };
}
