import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config, Db } from '../../platform/index.js';
import { type ReceivedSms, SmsChannel } from '../sending/sms.channel.js';
import { InboundSms } from './inbound-sms.js';
import { understandReply } from './understand-reply.js';

/** Whoever hears so long after their text has helped themselves otherwise. */
const ANSWERED_WITHIN_MS = 12 * 3_600_000;
/** Loading Twilio's package is not what a start has to wait for. */
const FIRST_LOOK_MS = 1_000;
/** Texts that are to leave wait for the first look no longer than this. */
const READY_AFTER_MS = 30_000;
/** Twilio waits fifteen seconds for an answer; what is younger may be on its way here. Both at once is no harm: a text is claimed. */
const SETTLED_AFTER_MS = 20_000;
/** One that fails each time is tried for so long, and then left to whoever reads the log. */
const TRIED_FOR_MS = 24 * 3_600_000;

/**
 * Twilio brings a text once: where nobody answered, or with an error, it writes that down and does no more. So its list is
 * asked for what was texted and never arrived here: what came while Keel was down, was upgraded, or had no database. What a
 * restored backup does not know is found by the same look. After a start no text leaves before it: "stop" may be among them.
 */
@Injectable()
export class MissedTexts implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MissedTexts.name);
  private timer: NodeJS.Timeout | undefined;
  private first: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private readonly looked = Promise.withResolvers<void>();

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly sms: SmsChannel,
    private readonly inbound: InboundSms,
  ) {}

  /** Once what was texted before this process began has been looked for, as far as it could be. */
  get ready(): Promise<void> {
    return this.looked.promise;
  }

  onApplicationBootstrap(): void {
    if (!this.config.runsWorkers || !this.sms.configured) return this.looked.resolve();
    this.timer = setInterval(() => void this.look(), this.config.messaging.missedEveryMs);
    this.first = setTimeout(() => void this.look(0).then(this.looked.resolve), FIRST_LOOK_MS);
    setTimeout(this.looked.resolve, READY_AFTER_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    clearTimeout(this.first);
    this.looked.resolve();
    await this.looking;
  }

  /** Of what came before this process began none is on its way here, so the first look takes the newest too. */
  private look(settledAfterMs = Math.min(SETTLED_AFTER_MS, this.config.messaging.settleMs)): Promise<void> {
    this.looking ??= this.takeMissed(settledAfterMs)
      .catch((error: unknown) => {
        const { name } = error instanceof Error ? error : { name: 'unknown' };
        this.logger.warn({ error: name }, 'Texts that may have been missed will be looked for again');
      })
      .finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async takeMissed(settledAfterMs: number): Promise<void> {
    const [clock] = await this.db.definerFunction<{ until: Date; at: Date }>('texts_looked_until', []);
    if (!clock) return;
    const settled = new Date(+clock.at - settledAfterMs);
    const listed = await this.sms.received(new Date(Math.min(+clock.until, +clock.at)));
    const known = new Set(
      (await this.db.definerFunction<{ sid: string }>('known_texts', [listed.map(({ sid }) => sid)])).map(({ sid }) => sid),
    );
    const missed = listed.filter(({ sid, at }) => !known.has(sid) && at <= settled);
    if (missed.length > 0) this.logger.warn({ texts: missed.length }, 'Texts that Twilio could not bring are taken from its list');
    let until = settled;
    for (const text of missed) {
      // One that fails keeps no other waiting, and is tried again.
      const taken = await this.take(text, heardSince(text, listed, known), clock.at).catch((error: unknown) =>
        this.failed(text.sid, error),
      );
      if (!taken && +clock.at - +text.at < TRIED_FOR_MS && text.at < until) until = text.at;
    }
    await this.db.definerFunction('look_on_from', [until]);
  }

  private failed(sid: string, error: unknown): false {
    this.logger.error({ sid, error: error instanceof Error ? error.name : 'unknown' }, 'A text that was missed could not be taken');
    return false;
  }

  private async take({ at, ...text }: ReceivedSms, since: readonly ReceivedSms[], now: Date): Promise<true> {
    const answer = await this.inbound.take({
      ...text,
      missed: {
        at,
        overtaken: since.length > 0,
        takenBack: since.some(({ body }) => understandReply(body).wish === 'start'),
        answered: +now - +at <= ANSWERED_WITHIN_MS,
      },
    });
    if (answer === undefined) return true;
    // What came of the text stands; that its answer is lost where it cannot be sent now is as with an answer to Twilio's call.
    const { outcome } = await this.sms.send(text.from, answer);
    if (outcome !== 'accepted') this.logger.warn({ outcome }, 'A text was taken late and its answer could not be sent');
    return true;
  }
}

/** What the same phone has said since, and was heard. */
function heardSince(text: ReceivedSms, listed: readonly ReceivedSms[], known: ReadonlySet<string>): ReceivedSms[] {
  return listed.slice(listed.indexOf(text)).filter(({ sid, from }) => from === text.from && known.has(sid));
}
