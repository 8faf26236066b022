import { type Channel, languageOf, localeIn, type MessageValues, notedPhone, type StatedLocale, WAY_OUT } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Config, LinkTokens, now, type TxCtx } from '../../platform/index.js';
import { numberHash } from '../number-hashes.js';
import { MessageTemplatesService } from '../templates/message-templates.service.js';
import { plainName } from '../templates/render.js';
import { withWhatIsNew } from '../templates/what-is-new.js';
import { type Composed, toContent } from './content.js';
import { type StaffMailKind, StaffMails } from './staff-mails.js';
import type { AppointmentFacts } from './appointment-facts.js';
import { appointmentTime } from './appointment-time.js';

const LINK_OUTLIVES_START_MS = 24 * 3_600_000;
/** Old mail is searched through when somebody has had enough. */
const WAY_OUT_LIVES_MS = 2 * 365 * 24 * 3_600_000;

@Injectable()
export class Composer {
  constructor(
    private readonly templates: MessageTemplatesService,
    private readonly links: LinkTokens,
    private readonly staffMails: StaffMails,
    private readonly config: Config,
  ) {}

  async reminder(
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
      link: this.appointmentLink(ctx, appointment, channel),
      ...(phone && { phone }),
      ...appointmentTime(appointment.start, appointment.timeZone, formats, channel),
    };
    const appointmentVersion = appointment.version;
    if (channel === 'sms') {
      const content = toContent(person.address, template, values, template.locale, channel);
      return { content, kept: content, appointmentVersion };
    }
    const text = { ...template, body: `${template.body.trimEnd()}\n\n${WAY_OUT[template.locale]}` };
    const render = (wayOut: string) => toContent(person.address, text, { ...values, wayOut }, template.locale, channel);
    const { page, oneClick } = this.wayOut(ctx, appointment.patientId);
    // Who reads it at the clinic does not hold the link by which the mailbox speaks.
    const sender = { name: appointment.clinic.name, replyTo: appointment.clinic.email };
    return { content: { ...render(page), wayOut: oneClick, sender }, kept: render('…'), appointmentVersion };
  }

  /** How whoever gets an e-mail gets no more of them: for a person, and for the provider of the mailbox. */
  private wayOut(ctx: TxCtx, patientId: string): { page: string; oneClick: string } {
    const expiresAt = new Date(now(ctx).getTime() + WAY_OUT_LIVES_MS);
    const token = this.links.mint(ctx, { kind: 'mailbox', subjectId: patientId, patientId, channel: 'email', expiresAt });
    const { publicUrl } = this.config;
    return { page: `${publicUrl}/emails/${token}`, oneClick: `${publicUrl}/api/v1/public/emails/${token}/one-click` };
  }

  /** A fresh link to the appointment; earlier ones stay good until they expire or are withdrawn. */
  appointmentLink(ctx: TxCtx, appointment: AppointmentFacts, channel: Channel): string {
    const token = this.links.mint(ctx, {
      kind: 'appointment',
      subjectId: appointment.id,
      patientId: appointment.patientId,
      channel,
      expiresAt: new Date(appointment.start.getTime() + LINK_OUTLIVES_START_MS),
    });
    return `${this.config.publicUrl}/l/${token}`;
  }

  staffMail(ctx: TxCtx, kind: StaffMailKind, subjectId: string, recipientId: string | null): Promise<Composed | undefined> {
    return this.staffMails.compose(ctx, kind, subjectId, recipientId);
  }

  numberHash(number: string): Buffer {
    return numberHash(this.config.masterKey, number);
  }
}
