import type { Channel } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { isClinicProved } from '../../identity/index.js';
import { Config, newId, now, prepared, type TxCtx } from '../../platform/index.js';
import { mailboxHash, numberHash } from '../number-hashes.js';
import { MessageKinds } from '../kinds/message-kinds.js';
import type { Message } from '../messages/message.entity.js';
import { ADDRESS_SPENT, DAY_SPENT, HELD_UNPROVED, type OurHold } from './holds.js';

const DAY_MS = 86_400_000;

/** It stays planned: it is decided anew at `nextAt`, or when somebody lets it go. */
export type HeldBack = { status: 'scheduled'; reason: OurHold; nextAt: Date | null };

/** What a clinic may send one address in a day, whatever others have sent there: a patient's reminders must not hang on strangers. */
const NEVER_REFUSED: Readonly<Record<Channel, number>> = { sms: 4, email: 10 };

/** What may leave a clinic at all: nothing before its founder's address is proved, and then so much a day. */
@Injectable()
export class Allowance {
  constructor(
    private readonly config: Config,
    private readonly kinds: MessageKinds,
  ) {}

  /** Whether the installation has a provider for this channel. */
  configured(channel: Channel): boolean {
    return channel === 'email' || this.config.twilio !== undefined;
  }

  /** Whether it writes to where this address is: texts go to some countries alone. */
  serves(channel: Channel, to: string): boolean {
    return channel === 'email' || this.config.openness.smsCountries.includes(countryOf(to));
  }

  async whileUnproved(ctx: TxCtx, { kind }: Pick<Message, 'kind'>): Promise<HeldBack | undefined> {
    if (!this.kinds.of(kind).heldUnproved) return undefined;
    if (await isClinicProved(ctx, { held: false })) return undefined;
    // Held, so that whoever proves it now finds this message kept back when the rest is let go.
    if (await isClinicProved(ctx, { held: true })) return undefined;
    return { status: 'scheduled', reason: HELD_UNPROVED, nextAt: null };
  }

  /**
   * Counts one message out of what this clinic, and of what this address, may be sent in a day; where either is spent it waits for
   * the next day, in which it is decided anew.
   */
  async take(ctx: TxCtx, channel: Channel, to: string): Promise<HeldBack | undefined> {
    const id = await this.takeOfClinic(ctx, channel, to);
    if (!id) return waitingUntilTomorrow(ctx, DAY_SPENT);
    if (await this.takeOfAddress(ctx, channel, to)) return undefined;
    // It does not leave, so the clinic has it still.
    await prepared(ctx, 'UPDATE sending_count SET sent = sent - 1 WHERE id = $1', [id]);
    return waitingUntilTomorrow(ctx, ADDRESS_SPENT);
  }

  /** The id of the count that it went into; undefined where that is full. */
  private async takeOfClinic(ctx: TxCtx, channel: Channel, to: string): Promise<string | undefined> {
    const country = channel === 'sms' ? countryOf(to) : '';
    const { smsPerDay, emailsPerDay } = this.config.openness;
    const day = dayOf(now(ctx));
    const [counted] = await prepared<{ id: string }>(
      ctx,
      `INSERT INTO sending_count AS c (clinic_id, id, day, channel, country, sent) VALUES ($1, $2, $3, $4, $5, 1)
       ON CONFLICT ON CONSTRAINT sending_count_once DO UPDATE SET sent = c.sent + 1 WHERE c.sent < $6 RETURNING id`,
      [ctx.clinicId, newId(), day, channel, country, channel === 'sms' ? smsPerDay : emailsPerDay],
    );
    return counted?.id;
  }

  private async takeOfAddress(ctx: TxCtx, channel: Channel, to: string): Promise<boolean> {
    const { masterKey, openness } = this.config;
    const hash = channel === 'sms' ? numberHash(masterKey, to) : mailboxHash(masterKey, to);
    const most = channel === 'sms' ? openness.smsPerNumber : openness.emailsPerMailbox;
    const params = [hash, most, NEVER_REFUSED[channel]];
    const [answer] = await prepared<{ counted: boolean }>(ctx, 'SELECT counted FROM count_to_address($1, $2, $3)', params);
    return answer?.counted ?? false;
  }
}

/** Of UTC, by which messages are counted. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The next such day. */
function waitingUntilTomorrow(ctx: TxCtx, reason: OurHold): HeldBack {
  const day = dayOf(now(ctx));
  return { status: 'scheduled', reason, nextAt: new Date(Date.parse(day) + DAY_MS) };
}

const countryOf = (number: string): string => parsePhoneNumberFromString(number)?.country ?? '??';
