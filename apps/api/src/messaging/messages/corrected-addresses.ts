import type { DomainEvent, MessageStatus } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Addresses, ConsentsService } from '../../patients/index.js';
import { Config, Crypto, isUnopenable, LinkTokens, newId, now, On, prepared, type TxCtx } from '../../platform/index.js';
import { type AnsweredBy, type AppointmentAhead, AppointmentsService, PatientNews } from '../../scheduling/index.js';
import { numberHash } from '../number-hashes.js';
import { REMINDABLE } from '../sending/decide.js';
import { isTooLong } from '../sending/holds.js';
import type { Content } from '../templates/render.js';
import { courseOf, ofItsTime, type Sent } from './astray.js';
import { contentOf } from './content-of.js';
import type { Message } from './message.entity.js';

interface Row extends Omit<Sent, 'toPatient'> {
  kind: 'reminder' | 'reply';
  patientId: string | null;
  timeVersion: number | null;
  appointmentVersion: number | null;
  content: Buffer | null;
}

const LEFT: readonly MessageStatus[] = ['sent', 'delivered'];

/**
 * What went to an address that is not the patient's any more told them nothing, and what was answered from there they did not say. It is
 * asked of the addresses as they are now, whenever one of them or a message changes: what is heard of late or twice ends the same, and
 * so does an address that is put back.
 */
@Injectable()
export class CorrectedAddresses {
  constructor(
    private readonly crypto: Crypto,
    private readonly consents: ConsentsService,
    private readonly appointments: AppointmentsService,
    private readonly news: PatientNews,
    private readonly links: LinkTokens,
    private readonly config: Config,
  ) {}

  @On('patient.updated')
  async remindAnewWhenAddressIsCorrected(ctx: TxCtx, { payload }: DomainEvent<'patient.updated'>): Promise<void> {
    const ahead = await this.appointments.aheadOf(ctx, payload.patientId);
    if (ahead.length === 0) return;
    const addresses = await this.consents.addresses(ctx, payload.patientId);
    for (const appointment of ahead) await this.follow(ctx, appointment, addresses);
  }

  /** Whether a reminder went to an address that is not its patient's; then what follows from that is done. Asked before it is held. */
  async isAstray(ctx: TxCtx, messageId: string): Promise<boolean> {
    const [message] = await prepared<Pick<Message, 'id' | 'channel' | 'patientId' | 'appointmentId' | 'content'>>(ctx, REMINDER, [
      messageId,
    ]);
    if (!message?.patientId || !message.content) return false;
    const { patientId, appointmentId } = message;
    const addresses = await this.consents.addresses(ctx, patientId);
    if (await this.isTheirs(ctx, message, addresses)) return false;
    const appointment = (await this.appointments.aheadOf(ctx, patientId)).find(({ id }) => id === appointmentId);
    if (appointment) await this.follow(ctx, appointment, addresses);
    return true;
  }

  private async follow(ctx: TxCtx, appointment: AppointmentAhead, addresses: Addresses): Promise<void> {
    const rows = await prepared<Row>(ctx, MESSAGES, [appointment.id]);
    await this.news.notAnsweredBy(ctx, appointment.id, (by) => this.isStranger(ctx, appointment, by, addresses));
    const reminders: (Sent & { timeVersion: number })[] = [];
    for (const { content, ...row } of rows) {
      const toPatient = content && (await this.isTheirs(ctx, { ...row, content }, addresses));
      await this.tellAnew(ctx, appointment, row, toPatient);
      const { timeVersion } = row;
      if (row.kind === 'reminder' && timeVersion !== null) reminders.push({ ...row, timeVersion, toPatient });
    }
    if (REMINDABLE.includes(appointment.status)) await this.remindAnew(ctx, appointment, ofItsTime(reminders, appointment), addresses);
  }

  private async tellAnew(
    ctx: TxCtx,
    { id: appointmentId }: AppointmentAhead,
    { id, kind, status, appointmentVersion: version }: Omit<Row, 'content'>,
    toPatient: boolean | null,
  ): Promise<void> {
    if (toPatient === false) return this.news.notToldBy(ctx, id, appointmentId);
    // Of an answer to their text nobody hears whether it arrived: what it told was said when it was written.
    if (toPatient === null || kind === 'reply' || version === null) return;
    if (LEFT.includes(status)) await this.news.toldBy(ctx, id, { appointmentId, version });
    else if (status === 'unknown') await this.news.perhapsToldBy(ctx, id, { appointmentId, version });
  }

  private async remindAnew(
    ctx: TxCtx,
    { start, timeVersion }: AppointmentAhead,
    sent: readonly Sent[],
    addresses: Addresses,
  ): Promise<void> {
    const { astray, found, again } = courseOf(sent, now(ctx));
    // First what makes room under their key, then what takes it.
    if (astray.length > 0) await ctx.tx.query(ASTRAY, [astray, now(ctx)]);
    if (found.length > 0) await ctx.tx.query(FOUND, [found, now(ctx)]);
    // Whoever hears of it now has hardly time to come: the outlook says that none goes, and the clinic calls.
    if (isTooLong(now(ctx), start)) return;
    const reachable = again.filter((id) => addresses[sent.find((one) => one.id === id)?.channel ?? 'email'] !== null);
    if (reachable.length > 0) await ctx.tx.query(AGAIN, [reachable.map(() => newId()), reachable, now(ctx), timeVersion]);
  }

  /** A mailbox is the same in either case of its letters, and a change of these is no correction. */
  private async isTheirs(
    ctx: TxCtx,
    { channel, content, ...message }: Pick<Message, 'id' | 'patientId' | 'channel' | 'content'>,
    addresses: Addresses,
  ): Promise<boolean> {
    if (!content) return false;
    const text = await this.crypto.open(ctx, contentOf(message), content).catch((error: unknown) => {
      // Of a damaged or destroyed one nobody knows where it went: it counts as it did.
      if (isUnopenable(error)) return undefined;
      throw error;
    });
    if (text === undefined) return true;
    const { to } = JSON.parse(text) as Content;
    return to.toLowerCase() === addresses[channel]?.toLowerCase();
  }

  /** A link dies with the address that it was sent to; a phone is known by what it was answered. */
  private async isStranger(ctx: TxCtx, { id }: AppointmentAhead, by: AnsweredBy, { sms: phone }: Addresses): Promise<boolean> {
    if (by !== 'text') return this.links.isWithdrawnFor(ctx, by.link, 'address_corrected');
    if (!phone) return true;
    return (await prepared(ctx, ANSWERED, [id, numberHash(this.config.masterKey, phone)])).length === 0;
  }
}

const REMINDER = `SELECT id, channel, patient_id AS "patientId", appointment_id AS "appointmentId", content FROM message
  WHERE id = $1 AND kind = 'reminder'`;

/** Held: their sender, their provider's reports and staff take turns on each. */
const MESSAGES = `SELECT id, kind, channel, patient_id AS "patientId", rule_id AS "ruleId", status, astray, due_at AS "dueAt", time_version AS "timeVersion",
    appointment_version AS "appointmentVersion", content
  FROM message WHERE appointment_id = $1 AND kind IN ('reminder', 'reply') ORDER BY id FOR UPDATE`;

const ANSWERED = `SELECT 1 FROM message WHERE appointment_id = $1 AND kind IN ('received', 'reply') AND recipient_hash = $2 LIMIT 1`;

/** What still waits of them is not needed: the patient had it at the address that is theirs again. */
const ASTRAY = `UPDATE message SET astray = true, status = CASE status WHEN 'scheduled' THEN 'skipped' ELSE status END,
    reason = CASE status WHEN 'scheduled' THEN 'reminded_already' ELSE reason END, next_at = NULL, version = version + 1, updated_at = $2
  WHERE id = ANY ($1)`;
const FOUND = 'UPDATE message SET astray = false, version = version + 1, updated_at = $2 WHERE id = ANY ($1)';

const AGAIN = `INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, rule_id, time_version, starts_at, due_at,
    next_at, created_at, updated_at)
  SELECT m.clinic_id, again.id, m.kind, m.channel, 'scheduled', m.patient_id, m.appointment_id, m.rule_id, $4::integer, m.starts_at,
    greatest(m.due_at, $3), greatest(m.due_at, $3), $3, $3
  FROM unnest($1::uuid[], $2::uuid[]) AS again (id, of) JOIN message m ON m.id = again.of
  ON CONFLICT (clinic_id, appointment_id, rule_id, time_version) WHERE NOT astray DO NOTHING`;
