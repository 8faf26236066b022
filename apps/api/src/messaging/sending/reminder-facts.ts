import type { Channel } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ConsentsService, type PatientContact } from '../../patients/index.js';
import { type Ctx, Db, type TxCtx } from '../../platform/index.js';
import type { Message } from '../messages/message.entity.js';
import type { Rule } from '../rules/default-rules.js';
import { ReminderRulesService } from '../rules/reminder-rules.service.js';
import { Allowance } from './allowance.js';
import type { ReminderFacts } from './decide.js';
import { hasOptedOut, keepNumber } from './opt-outs.js';
import { type AppointmentFacts, AppointmentFactsReader } from './appointment-facts.js';

/** What is true of an appointment and its patient, whichever of their reminders is asked about. */
interface Known {
  appointment: AppointmentFacts | undefined;
  contact: PatientContact;
  rules: readonly Rule[];
  phoneOptedOut: boolean;
}

/** What is looked at once more when it is about to leave. */
export type Told = Pick<Message, 'appointmentId' | 'timeVersion' | 'patientId' | 'channel'>;
type Reminder = ReminderFacts['message'] & { ruleId: string | null };

/** What decides about a reminder: one reading for its sender and for those who ask beforehand whether it will go. */
@Injectable()
export class ReminderFactsReader {
  constructor(
    private readonly db: Db,
    private readonly appointments: AppointmentFactsReader,
    private readonly consents: ConsentsService,
    private readonly rules: ReminderRulesService,
    private readonly allowance: Allowance,
  ) {}

  /**
   * First the locks, then the reads: a cancellation or a refusal that was acknowledged before this is seen, and one that comes
   * after it waits until the transaction ends. Appointment before patient before place, as everywhere. False where its place was corrected
   * in between: then the reminder is begun again.
   */
  async hold(ctx: TxCtx, appointmentId: string, patientId: string): Promise<boolean> {
    await this.appointments.keep(ctx, appointmentId);
    await this.consents.hold(ctx, patientId);
    return this.appointments.keepPlace(ctx, appointmentId);
  }

  readdressedFrom(ctx: TxCtx, appointmentId: string): Promise<number | undefined> {
    return this.appointments.readdressedFrom(ctx, appointmentId);
  }

  async read(ctx: TxCtx, appointmentId: string, patientId: string, channels: readonly Channel[]): Promise<Known> {
    const appointment = await this.appointments.read(ctx, appointmentId);
    const contact = await this.consents.contact(ctx, patientId, 'appointments');
    const rules = await this.rules.all(ctx);
    return { appointment, contact, rules, phoneOptedOut: channels.includes('sms') && (await this.optedOut(ctx, contact.phone)) };
  }

  of({ appointment, contact, rules, phoneOptedOut }: Known, message: Reminder, now: Date): ReminderFacts {
    const { channel, ruleId } = message;
    const address = (channel === 'sms' ? contact.phone : contact.email) ?? undefined;
    return {
      message,
      appointment,
      ruleActive: rules.find(({ id }) => id === ruleId)?.active ?? false,
      contact: { address, allowed: contact.channels.includes(channel), barred: contact.barred },
      optedOut: channel === 'sms' ? phoneOptedOut : contact.mailboxRefuses,
      configured: this.allowance.configured(channel),
      served: address === undefined || this.allowance.serves(channel, address),
      now,
    };
  }

  /** Whether the appointment still is what a message tells of, and `address` still that of a patient who takes it there. */
  async stillHold(ctx: Ctx, { appointmentId, timeVersion, patientId, channel }: Told, address: string): Promise<boolean> {
    if (appointmentId !== null && timeVersion !== null && !(await this.appointments.stands(ctx, appointmentId, timeVersion))) return false;
    if (patientId === null) return true;
    if (!(await this.consents.stillTakes(ctx, { patientId, purpose: 'appointments', channel, address }))) return false;
    return channel !== 'sms' || !(await this.db.tx(ctx, (ctx) => hasOptedOut(ctx, address)));
  }

  private async optedOut(ctx: TxCtx, phone: string | null): Promise<boolean> {
    if (!phone) return false;
    keepNumber(ctx, phone);
    return hasOptedOut(ctx, phone);
  }
}
