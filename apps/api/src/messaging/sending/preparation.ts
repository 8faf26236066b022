import { Injectable } from '@nestjs/common';
import { Crypto, type Ctx, now, type TxCtx } from '../../platform/index.js';
import { type BeginAgain, MessageKinds, type Void } from '../kinds/message-kinds.js';
import type { Message } from '../messages/message.entity.js';
import { ReminderRulesService } from '../rules/reminder-rules.service.js';
import { contentOf } from '../messages/content-of.js';
import type { Content } from '../templates/render.js';
import { Allowance, dayOf, type HeldBack } from './allowance.js';
import { Composer } from './composer.js';
import type { Composed } from './content.js';
import { ReminderFactsReader, type Told } from './reminder-facts.js';

export type Ready = { content: Content; sealed: Buffer; recipientHash: Buffer | null; appointmentVersion: number | null };

/** Decides anew whether a message still goes, and has its kind write its text: all from what is true in this transaction. */
@Injectable()
export class Preparation {
  constructor(
    private readonly facts: ReminderFactsReader,
    private readonly rules: ReminderRulesService,
    private readonly composer: Composer,
    private readonly allowance: Allowance,
    private readonly crypto: Crypto,
    private readonly kinds: MessageKinds,
  ) {}

  /** Taken before the message's own row, since an edit of a rule goes from the rules to their messages. */
  keepRules(ctx: TxCtx): void {
    this.rules.keep(ctx);
  }

  /** The last look, after the attempt was written down and as late as its channel can: is it still to be said? */
  async stillHolds(ctx: Ctx, message: Told, { to }: Pick<Content, 'to'>): Promise<boolean> {
    return this.facts.stillHold(ctx, message, to);
  }

  async prepare(ctx: TxCtx, message: Message): Promise<Ready | Void | HeldBack | BeginAgain> {
    const unproved = await this.allowance.whileUnproved(ctx, message);
    if (unproved) return unproved;
    const composed = await this.compose(ctx, message);
    if (!('content' in composed)) return composed;
    return {
      content: composed.content,
      sealed: await this.crypto.seal(ctx, contentOf(message), JSON.stringify(composed.kept)),
      recipientHash: message.channel === 'sms' ? this.composer.numberHash(composed.content.to) : null,
      appointmentVersion: composed.appointmentVersion ?? null,
    };
  }

  /**
   * Counts it out of what may leave in a day, or says until when it waits. Of what really leaves alone: the past is only written down.
   * What staff wait for (a new password, word that a chart was opened) has bounds of its own and never waits behind reminders. One
   * that did not leave for this address at an earlier try of the day was counted then: a provider that is down spends nobody's bound.
   */
  async countOut(ctx: TxCtx, message: Message, { content }: Ready): Promise<HeldBack | undefined> {
    const { channel } = message;
    if (this.kinds.of(message.kind).bound === 'own' || (await this.wasCounted(ctx, message, content))) return undefined;
    return this.allowance.take(ctx, channel, content.to);
  }

  private async compose(ctx: TxCtx, message: Message): Promise<Composed | Void | BeginAgain> {
    const { prepare } = this.kinds.of(message.kind);
    return prepare ? prepare(ctx, message) : { status: 'skipped', reason: 'subject_gone' };
  }

  /** What was tried for another address counts for that one. */
  private async wasCounted(ctx: TxCtx, message: Message, { to }: Content): Promise<boolean> {
    const { queuedAt, content } = message;
    if (!queuedAt || !content || dayOf(queuedAt) !== dayOf(now(ctx))) return false;
    const tried = JSON.parse(await this.crypto.open(ctx, contentOf(message), content)) as Content;
    return tried.to === to;
  }
}
