import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config, Db } from '../../platform/index.js';
import { type ReceivedSms, SmsChannel } from '../sending/sms.channel.js';
import { InboundSms } from './inbound-sms.js';

/** Whoever hears so long after their text has helped themselves otherwise: it is read by a person, and not answered. */
const ANSWERED_WITHIN_MS = 2 * 3_600_000;
/** Loading Twilio's package is not what a start has to wait for. */
const FIRST_LOOK_MS = 10_000;

/**
 * Twilio brings a text once: where nobody answered, or with an error, it writes that down and does no more. So its list is
 * asked for what was texted and never arrived here: what came while Keel was down, was upgraded, or had no database. What a
 * restored backup does not know is found by the same look.
 */
@Injectable()
export class MissedTexts implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MissedTexts.name);
  private timer: NodeJS.Timeout | undefined;
  private first: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly sms: SmsChannel,
    private readonly inbound: InboundSms,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runsWorkers || !this.sms.configured) return;
    const { missedEveryMs } = this.config.messaging;
    this.timer = setInterval(() => void this.look(), missedEveryMs);
    this.first = setTimeout(() => void this.look(), Math.min(FIRST_LOOK_MS, missedEveryMs));
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    clearTimeout(this.first);
    await this.looking;
  }

  private look(): Promise<void> {
    this.looking ??= this.takeMissed()
      .catch((error: unknown) => {
        const { name } = error instanceof Error ? error : { name: 'unknown' };
        this.logger.warn({ error: name }, 'Texts that may have been missed will be looked for again');
      })
      .finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async takeMissed(): Promise<void> {
    const [clock] = await this.db.door<{ until: Date; at: Date }>('texts_looked_until', []);
    if (!clock) return;
    // A newer one may be on its way here by itself.
    const settled = new Date(clock.at.getTime() - this.config.messaging.settleMs);
    const listed = await this.sms.received(clock.until);
    const known = new Set((await this.db.door<{ sid: string }>('known_texts', [listed.map(({ sid }) => sid)])).map(({ sid }) => sid));
    const missed = listed.filter(({ sid, at }) => !known.has(sid) && at <= settled);
    if (missed.length > 0) this.logger.warn({ texts: missed.length }, 'Texts that Twilio could not bring are taken from its list');
    for (const text of missed) await this.take(text, isOvertaken(text, listed, known), clock.at);
    await this.db.door('look_on_from', [settled]);
  }

  private async take({ at, ...text }: ReceivedSms, overtaken: boolean, now: Date): Promise<void> {
    const unanswered = overtaken || now.getTime() - at.getTime() > ANSWERED_WITHIN_MS;
    const answer = await this.inbound.take({ ...text, overtaken, unanswered });
    if (answer === undefined) return;
    // What came of the text stands; that its answer is lost where it cannot be sent now is as with an answer to Twilio's call.
    const { outcome } = await this.sms.send(text.from, answer);
    if (outcome !== 'accepted') this.logger.warn({ outcome }, 'A text was taken late and its answer could not be sent');
  }
}

/** Whether the same phone has said something since that was heard. */
function isOvertaken(text: ReceivedSms, listed: readonly ReceivedSms[], known: ReadonlySet<string>): boolean {
  return listed.slice(listed.indexOf(text)).some(({ sid, from }) => from === text.from && known.has(sid));
}
