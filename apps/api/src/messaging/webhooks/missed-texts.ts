import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config, Db } from '../../platform/index.js';
import { type ReceivedSms, SmsChannel } from '../sending/sms.channel.js';
import { firstLook } from './first-look.js';
import { InboundSms } from './inbound-sms.js';
import { LateAnswers } from './late-answers.js';
import { type OptHeard, optWordOf, saidLate } from './opting.js';
import { understandReply } from './understand-reply.js';

/** Whoever hears so long after their text has helped themselves otherwise. */
const ANSWERED_WITHIN_MS = 12 * 3_600_000;
/** Loading Twilio's package is not what a start has to wait for. */
const FIRST_LOOK_MS = 1_000;
/** Texts that are to leave wait no longer than this for a look that finds the list. */
const READY_AFTER_MS = 30_000;
/** Twilio waits fifteen seconds for an answer; what is younger may be on its way here. Both at once is no harm: a text is claimed. */
const SETTLED_AFTER_MS = 20_000;
/** One that fails each time is tried for so long, and then left to whoever reads the log. */
const TRIED_FOR_MS = 24 * 3_600_000;

/**
 * Twilio brings a text once: where nobody answered, or with an error, it writes that down and does no more. So its list is
 * asked for what was texted and never arrived here: what came while Keel was down, was upgraded, or had no database. What a
 * restored backup does not know is found by the same look. After a start no text leaves before it: "stop" may be among them; one that
 * fails is repeated, and the texts wait for half a minute.
 */
@Injectable()
export class MissedTexts implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MissedTexts.name);
  private timer: NodeJS.Timeout | undefined;
  private first: NodeJS.Timeout | undefined;
  private late: NodeJS.Timeout | undefined;
  private looking: Promise<boolean> | undefined;
  private readonly looked = Promise.withResolvers<void>();
  /** Nobody waits for the first look any more: it is done, or was given up. */
  private readonly open = new AbortController();
  private ended = false;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly sms: SmsChannel,
    private readonly inbound: InboundSms,
    private readonly answers: LateAnswers,
  ) {}

  /** Once what was texted before this process began has been taken, or for half a minute could not be. */
  get ready(): Promise<void> {
    return this.looked.promise;
  }

  onApplicationBootstrap(): void {
    if (!this.config.runsWorkers || !this.sms.configured) return this.letGo();
    this.first = setTimeout(() => void this.lookFirst(), FIRST_LOOK_MS);
    this.late = setTimeout(() => this.giveUp(), READY_AFTER_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    clearTimeout(this.first);
    clearTimeout(this.late);
    this.letGo();
    await this.looking;
  }

  private async lookFirst(): Promise<void> {
    const { signal } = this.open;
    await firstLook(
      () => this.look(0),
      (ms) => sleep(ms, undefined, { signal }).catch(() => undefined),
      () => signal.aborted,
    );
    clearTimeout(this.late);
    this.letGo();
    if (!this.ended) this.timer = setInterval(() => void this.look(), this.config.messaging.missedEveryMs);
  }

  private letGo(): void {
    this.open.abort();
    this.looked.resolve();
  }

  private giveUp(): void {
    this.logger.error(
      { afterMs: READY_AFTER_MS },
      "Texts leave though the provider's list could not be read since the start: who said stop meanwhile may be written to",
    );
    this.letGo();
  }

  /**
   * True where all that was missed was taken. Of what came before this process began none is on its way here, so the first look takes the
   * newest too.
   */
  private look(settledAfterMs = Math.min(SETTLED_AFTER_MS, this.config.messaging.settleMs)): Promise<boolean> {
    this.looking ??= this.takeMissed(settledAfterMs)
      .catch((error: unknown) => {
        const { name } = error instanceof Error ? error : { name: 'unknown' };
        this.logger.warn({ error: name }, 'Texts that may have been missed will be looked for again');
        return false;
      })
      .finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async takeMissed(settledAfterMs: number): Promise<boolean> {
    await this.answers.closeLeftOpen().catch((error: unknown) => this.failed('left open', error));
    const [clock] = await this.db.definerFunction<{ until: Date; at: Date }>('texts_looked_until', []);
    if (!clock) return true;
    const settled = new Date(+clock.at - settledAfterMs);
    const listed = await this.sms.received(new Date(Math.min(+clock.until, +clock.at)));
    const saying = await this.lastWords(listed, settled);
    const known = new Set(
      (await this.db.definerFunction<{ sid: string }>('known_texts', [listed.map(({ sid }) => sid)])).map(({ sid }) => sid),
    );
    const missed = listed.filter(({ sid, at }) => !known.has(sid) && at <= settled);
    if (missed.length > 0) this.logger.warn({ texts: missed.length }, 'Texts that Twilio could not bring are taken from its list');
    const isStop = readOnce(({ body }) => understandReply(body).wish === 'stop');
    let until = settled;
    const answers: { to: ReceivedSms; answer: string }[] = [];
    for (const text of missed) {
      const since = ofPhone(text.from, listed.slice(listed.indexOf(text) + 1));
      const [heard, unheard] = [since.filter(({ sid }) => known.has(sid)), since.filter(({ sid }) => !known.has(sid))];
      // One that fails keeps no other waiting, and is tried again.
      const said = { heard, stopsNext: () => !isStop(text) && unheard.some(isStop), known: saying.get(text.from) ?? [] };
      const taken = await this.take(text, said, clock.at).catch((error: unknown) => this.failed(text.sid, error));
      if (taken) saying.set(text.from, [...said.known, text.sid]);
      if (taken && taken.answer !== undefined) answers.push({ to: text, answer: taken.answer });
      if (!taken && +clock.at - +text.at < TRIED_FOR_MS && text.at < until) until = text.at;
    }
    await this.db.definerFunction('look_on_from', [until]);
    // Of an answer nobody waits before the next stop is heard. What came of a text stands, whatever becomes of its answer.
    for (const { to, answer } of answers)
      await this.answers.send(to.sid, to.from, answer, isOfTexting(to)).catch((error: unknown) => this.failed(to.sid, error));
    return until === settled;
  }

  /**
   * By which text each phone said its last word of being texted, asked before it is which texts are known. What was said just
   * now, or since the list began to be read, may not stand in it yet, and is left out: nothing is said over it, and a later look has it in its list. What was said
   * longer ago may have been written before the list begins, and is known: nothing missed would ever be said over it otherwise.
   */
  private async lastWords(listed: readonly ReceivedSms[], settled: Date): Promise<Map<string, readonly string[]>> {
    type Word = { number: string; sid: string; at: Date };
    const words = await this.db.definerFunction<Word>('last_opt_words', [[...new Set(listed.map(({ from }) => from))]]);
    const sids = new Set(listed.map(({ sid }) => sid));
    return new Map(words.filter(({ sid, at }) => at < settled || sids.has(sid)).map(({ number, sid }) => [number, [sid]]));
  }

  private failed(sid: string, error: unknown): false {
    this.logger.error(
      { sid, error: error instanceof Error ? error.name : 'unknown' },
      'A text that was missed could not be taken, or not answered',
    );
    return false;
  }

  private async take({ at, ...text }: ReceivedSms, since: Since, now: Date): Promise<{ answer: string | undefined }> {
    const word = optWordOf(text.body);
    const answer = await this.inbound.take({
      ...text,
      missed: {
        at,
        overtaken: since.heard.length > 0,
        said: word ? saidLate({ word, sid: text.sid }, await this.optWords(text.from, since.heard)) : [],
        known: since.known,
        // An answer must not come after the stop that follows, though that is taken next.
        answered: +now - +at <= ANSWERED_WITHIN_MS && !since.stopsNext(),
      },
    });
    return { answer };
  }

  /** What of this was of being texted, and whether it counted for an opt-in, which one that was taken just now may have made of it. */
  private async optWords(phone: string, heard: readonly ReceivedSms[]): Promise<OptHeard[]> {
    const [optIn] = await this.db.definerFunction<{ sid: string }>('opt_in_of_number', [phone]);
    return heard.flatMap(({ body, sid }) => {
      const word = optWordOf(body);
      return word ? [{ word, sid, optedIn: sid === optIn?.sid }] : [];
    });
  }
}

/** What the same phone said after a text, by the order of the list. */
interface Since {
  heard: readonly ReceivedSms[];
  /** Whether one that was missed as well, or is on its way here, is a stop, and this is none. */
  stopsNext: () => boolean;
  /** `MissedText.known` */
  known: readonly string[];
}

const isOfTexting = ({ body }: ReceivedSms): boolean => ['stop', 'start'].includes(understandReply(body).wish);
const ofPhone = (phone: string, some: readonly ReceivedSms[]): ReceivedSms[] => some.filter(({ from }) => from === phone);

/** Each text of a look is read once, however many of the same phone there are. */
function readOnce(read: (text: ReceivedSms) => boolean): (text: ReceivedSms) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text.sid) ?? read(text);
    known.set(text.sid, found);
    return found;
  };
}
