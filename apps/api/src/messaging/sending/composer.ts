import { createHmac } from 'node:crypto';
import { type Channel, fillMessage, type Locale, type MessageValues } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { InvitationsService, PasswordResetsService, RightsNotices } from '../../identity/index.js';
import { Config, LinkTokens, type TxCtx } from '../../platform/index.js';
import type { MessageKind } from '../messages/message.entity.js';
import { ADDRESS_TAKEN, STAFF_MAILS } from '../templates/default-templates.js';
import { RIGHTS_NOTICES } from '../templates/rights-notices.js';
import { MessageTemplatesService } from '../templates/message-templates.service.js';
import { type Content, forSms, plainName, toHtml } from '../templates/render.js';
import type { VisitFacts } from './visit-facts.js';
import { visitTime } from './visit-time.js';

/** What is handed over, and what of it is kept: a link that signs somebody in is not. */
export interface Composed {
  content: Content;
  kept: Content;
  /** The version of the visit that it tells of. */
  appointmentVersion?: number;
}

type StaffMailKind = Exclude<MessageKind, 'reminder' | 'reply' | 'received'>;

const LINK_OUTLIVES_START_MS = 24 * 3_600_000;

@Injectable()
export class Composer {
  constructor(
    private readonly templates: MessageTemplatesService,
    private readonly links: LinkTokens,
    private readonly invitations: InvitationsService,
    private readonly resets: PasswordResetsService,
    private readonly notices: RightsNotices,
    private readonly config: Config,
  ) {}

  async reminder(
    ctx: TxCtx,
    visit: VisitFacts,
    channel: 'email' | 'sms',
    person: { address: string; firstName: string; locale: Locale },
  ): Promise<Composed> {
    const template = await this.templates.choose(ctx, 'reminder', channel, person.locale);
    const values: MessageValues = {
      firstName: plainName(person.firstName),
      clinic: plainName(visit.clinic.name),
      practitioner: plainName(visit.practitioner),
      location: plainName(visit.place),
      link: await this.visitLink(ctx, visit, channel),
      ...(visit.phone && { phone: visit.phone }),
      ...visitTime(visit.start, visit.timeZone, template.locale, channel),
    };
    const content = toContent(person.address, template, values, template.locale, channel);
    return { content, kept: content, appointmentVersion: visit.version };
  }

  /** A fresh link to the visit; earlier ones stay good until they expire or are withdrawn. */
  async visitLink(ctx: TxCtx, visit: VisitFacts, channel: Channel): Promise<string> {
    const token = await this.links.mint(ctx, {
      kind: 'appointment',
      subjectId: visit.id,
      patientId: visit.patientId,
      channel,
      expiresAt: new Date(visit.start.getTime() + LINK_OUTLIVES_START_MS),
    });
    return `${this.config.publicUrl}/l/${token}`;
  }

  /** Undefined where the invitation or the request for a password or a code does not stand any more. */
  async staffMail(ctx: TxCtx, kind: StaffMailKind, subjectId: string): Promise<Composed | undefined> {
    if (kind === 'rights_notice') return this.rightsNotice(ctx, subjectId);
    if (kind === 'address_proof') return this.addressProof(ctx, subjectId);
    const mail = kind === 'staff_invitation' ? await this.invitations.mail(ctx, subjectId) : await this.resets.mail(ctx, subjectId);
    if (!mail) return undefined;
    const { email, firstName, clinicName, locale, url } = mail;
    const text = STAFF_MAILS[kind][locale];
    const render = (link: string) =>
      toContent(email, text, { firstName: plainName(firstName, 40), clinic: plainName(clinicName, 60), link }, locale, 'email');
    return { content: render(url), kept: render('…') };
  }

  private async rightsNotice(ctx: TxCtx, noticeId: string): Promise<Composed | undefined> {
    const mail = await this.notices.mail(ctx, noticeId);
    if (!mail) return undefined;
    const { email, locale, firstName, clinicName, person, giver } = mail;
    const link = `${this.config.publicUrl}/settings/staff`;
    const values = {
      firstName: plainName(firstName),
      clinic: plainName(clinicName),
      person: plainName(person),
      giver: plainName(giver),
      link,
    };
    const content = toContent(email, RIGHTS_NOTICES[mail.kind][locale], values, locale, 'email');
    return { content, kept: content };
  }

  /** Says nothing that whoever signed up has typed: it goes to an address that may be anybody's. */
  private async addressProof(ctx: TxCtx, userId: string): Promise<Composed | undefined> {
    const mail = await this.resets.addressProofMail(ctx, userId);
    if (!mail) return undefined;
    const { email, locale, code, url } = mail;
    const text = code ? STAFF_MAILS.address_proof[locale] : ADDRESS_TAKEN[locale];
    const render = (link: string, digits: string) =>
      toContent(email, { ...text, body: text.body.replace('{{code}}', digits) }, { link }, locale, 'email');
    return { content: render(url, code ?? ''), kept: render('…', '…') };
  }

  /** Keyed, because a plain hash of a number is guessed by counting. */
  numberHash(number: string): Buffer {
    return createHmac('sha256', this.config.masterKey).update(`recipient|${number}`).digest();
  }
}

/** Mails to staff may name people of the clinic too. */
type MailValues = MessageValues & { person?: string; giver?: string };

function toContent(
  to: string,
  text: { subject: string | null; body: string },
  values: MailValues,
  locale: Locale,
  channel: 'email' | 'sms',
): Content {
  const body = fillMessage(text.body, values);
  if (channel === 'sms') return { to, subject: null, text: forSms(body), html: null };
  // A subject is one line, whatever stands in a name.
  const subject = fillMessage(text.subject ?? '', values).replace(/\s+/g, ' ');
  return { to, subject, text: body, html: toHtml(body, locale) };
}
