import { languageOf, localeIn, type MessageValues, notedPhone, type StatedLocale } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { now, type TxCtx } from '../../platform/index.js';
import type { Message } from '../messages/message.entity.js';
import { ReminderPlans } from '../messages/reminder-plans.js';
import type { AppointmentFacts } from '../sending/appointment-facts.js';
import { appointmentTime } from '../sending/appointment-time.js';
import { Composer } from '../sending/composer.js';
import type { Composed } from '../sending/content.js';
import { decideReminder } from '../sending/decide.js';
import { ReminderFactsReader } from '../sending/reminder-facts.js';
import { MessageTemplatesService } from '../templates/message-templates.service.js';
import { plainName } from '../templates/render.js';
import { withWhatIsNew } from '../templates/what-is-new.js';
import { type BeginAgain, MessageKinds, type Void } from './message-kinds.js';

/** Reminders of an appointment, by the clinic's rules and in its words. What makes one void is `decideReminder`. */
@Injectable()
export class ReminderKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly facts: ReminderFactsReader,
    private readonly plans: ReminderPlans,
    private readonly templates: MessageTemplatesService,
    private readonly composer: Composer,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      reminder: {
        to: 'patient',
        heldUnproved: true,
        bound: 'day',
        texts: ['email', 'sms'],
        prepare: (ctx, message) => this.prepare(ctx, message),
      },
    });
  }

  private async prepare(ctx: TxCtx, message: Message): Promise<Composed | Void | BeginAgain> {
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
    return this.compose(ctx, appointment, channel, { address, firstName: contact.firstName, locale: contact.locale });
  }

  /** Only the address of its place is another: it is still the reminder of this time, and names the new one. */
  private async takeAlong(ctx: TxCtx, message: Message, appointment: AppointmentFacts): Promise<void> {
    const from = await this.facts.readdressedFrom(ctx, appointment.id);
    const [taken] = from === undefined ? [] : await this.plans.takeAlong(ctx, appointment, from, message.id);
    if (taken) Object.assign(message, taken);
  }

  private async compose(
    ctx: TxCtx,
    appointment: AppointmentFacts,
    channel: 'email' | 'sms',
    person: { address: string; firstName: string; locale: StatedLocale },
  ): Promise<Composed> {
    const chosen = await this.templates.choose(ctx, 'reminder', channel, languageOf(person.locale));
    const template = { ...chosen, ...withWhatIsNew(chosen, appointment.news, chosen.locale, channel) };
    const formats = localeIn(template.locale, person.locale, appointment.clinic.country);
    const phone = plainName(notedPhone(appointment.phone, template.locale));
    const values: MessageValues = {
      firstName: plainName(person.firstName),
      clinic: plainName(appointment.clinic.name),
      practitioner: plainName(appointment.practitioner),
      location: plainName(appointment.place),
      link: this.composer.appointmentLink(ctx, appointment, channel),
      ...(phone && { phone }),
      ...appointmentTime(appointment.start, appointment.timeZone, formats, channel),
    };
    const { patientId, clinic } = appointment;
    const composed = this.composer.toPatient(ctx, { patientId, address: person.address, channel, clinic }, template, values);
    return { ...composed, appointmentVersion: appointment.version };
  }
}
