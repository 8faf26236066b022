import { Injectable } from '@nestjs/common';
import { Crypto, type Ctx, now, type TxCtx } from '../../platform/index.js';
import type { Message } from '../messages/message.entity.js';
import { ReminderPlans } from '../messages/reminder-plans.js';
import { ReminderRulesService } from '../rules/reminder-rules.service.js';
import type { Content } from '../templates/render.js';
import type { AppointmentFacts } from './appointment-facts.js';
import { Allowance, dayOf, type HeldBack } from './allowance.js';
import { Composer } from './composer.js';
import type { Composed } from './content.js';
import { decideReminder, type Decision } from './decide.js';
import { isStaffMail } from './pools.js';
import { ReminderFactsReader, type Told } from './reminder-facts.js';

type Held = Exclude<Decision, { status: 'send' }>;
/** What it tells of changed while it was looked at: it is begun again at once. */
type BeginAgain = { status: 'scheduled'; reason: string | null; nextAt: Date };
export type Ready = { content: Content; sealed: Buffer; recipientHash: Buffer | null; appointmentVersion: number | null };

/** Decides anew whether a message still goes, and writes its text: all from what is true in this transaction. */
@Injectable()
export class Preparation {
  constructor(
    private readonly facts: ReminderFactsReader,
    private readonly rules: ReminderRulesService,
    private readonly composer: Composer,
    private readonly allowance: Allowance,
    private readonly crypto: Crypto,
    private readonly plans: ReminderPlans,
  ) {}

  /** Taken before the message's own row, since an edit of a rule goes from the rules to their messages. */
  keepRules(ctx: TxCtx): void {
    this.rules.keep(ctx);
  }

  /** The last look, after the attempt was written down and as late as its channel can: is it still to be said? */
  async stillHolds(ctx: Ctx, message: Told, { to }: Pick<Content, 'to'>): Promise<boolean> {
    return this.facts.stillHold(ctx, message, to);
  }

  async prepare(ctx: TxCtx, message: Message): Promise<Ready | Held | HeldBack | BeginAgain> {
    const unproved = await this.allowance.whileUnproved(ctx, message);
    if (unproved) return unproved;
    const composed = message.kind === 'reminder' ? await this.reminder(ctx, message) : await this.staffMail(ctx, message);
    if (!('content' in composed)) return composed;
    const place = { table: 'message', column: 'content', id: message.id };
    return {
      content: composed.content,
      sealed: await this.crypto.seal(ctx, place, JSON.stringify(composed.kept)),
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
    if (isStaffMail(message) || (await this.wasCounted(ctx, message, content))) return undefined;
    return this.allowance.take(ctx, channel, content.to);
  }

  /** What was tried for another address counts for that one. */
  private async wasCounted(ctx: TxCtx, { id, queuedAt, content }: Message, { to }: Content): Promise<boolean> {
    if (!queuedAt || !content || dayOf(queuedAt) !== dayOf(now(ctx))) return false;
    const tried = JSON.parse(await this.crypto.open(ctx, { table: 'message', column: 'content', id }, content)) as Content;
    return tried.to === to;
  }

  private async reminder(ctx: TxCtx, message: Message): Promise<Composed | Held | BeginAgain> {
    const { appointmentId, patientId, channel } = message;
    if (!appointmentId || !patientId) return { status: 'skipped', reason: 'appointment_gone' };
    if (!(await this.facts.hold(ctx, appointmentId, patientId))) return { status: 'scheduled', reason: message.reason, nextAt: now(ctx) };
    const known = await this.facts.read(ctx, appointmentId, patientId, [channel]);
    if (known.appointment && known.appointment.timeVersion !== message.timeVersion) await this.takeAlong(ctx, message, known.appointment);
    const facts = this.facts.of(known, message, now(ctx));
    const decision = decideReminder(facts);
    if (decision.status !== 'send') return decision;
    const { appointment, contact } = known;
    const { address } = facts.contact;
    // Both were found above, or the decision had been another.
    if (!appointment || !address) throw new Error('A reminder was let go without an appointment or an address');
    return this.composer.reminder(ctx, appointment, channel, { address, firstName: contact.firstName, locale: contact.locale });
  }

  /** Only the address of its place is another: it is still the reminder of this time, and names the new one. */
  private async takeAlong(ctx: TxCtx, message: Message, appointment: AppointmentFacts): Promise<void> {
    const from = await this.facts.readdressedFrom(ctx, appointment.id);
    const [taken] = from === undefined ? [] : await this.plans.takeAlong(ctx, appointment, from, message.id);
    if (taken) Object.assign(message, taken);
  }

  private async staffMail(ctx: TxCtx, message: Message): Promise<Composed | Held> {
    const { kind, subjectId, recipientId } = message;
    // A patient's text and the answer to it are written when they come and wait for nobody.
    const waits = kind !== 'reply' && kind !== 'received';
    if (!waits || kind === 'reminder' || !subjectId) return { status: 'skipped', reason: 'subject_gone' };
    return (await this.composer.staffMail(ctx, kind, subjectId, recipientId)) ?? { status: 'skipped', reason: 'subject_gone' };
  }
}
