import { languageOf, localeOf } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ChartNotices } from '../../clinical/index.js';
import { AccountRecords, InvitationsService, PasswordResetsService, RightsNotices } from '../../identity/index.js';
import { Config, type TxCtx } from '../../platform/index.js';
import type { MessageKind } from '../messages/message.entity.js';
import { accountAlertText } from '../templates/account-alerts.js';
import { ADDRESS_TAKEN, STAFF_MAILS } from '../templates/default-templates.js';
import { plainName } from '../templates/render.js';
import { RIGHTS_NOTICES } from '../templates/rights-notices.js';
import { type Composed, toContent } from './content.js';
import { appointmentTime } from './appointment-time.js';

export type StaffMailKind = Exclude<MessageKind, 'reminder' | 'reply' | 'received'>;

/** Mails to those who work in the clinic. Undefined where what one is about does not stand any more. */
@Injectable()
export class StaffMails {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly resets: PasswordResetsService,
    private readonly notices: RightsNotices,
    private readonly chartNotices: ChartNotices,
    private readonly records: AccountRecords,
    private readonly config: Config,
  ) {}

  async compose(ctx: TxCtx, kind: StaffMailKind, subjectId: string, recipientId: string | null): Promise<Composed | undefined> {
    if (kind === 'account_alert') return this.accountAlert(ctx, subjectId);
    if (kind === 'rights_notice') return this.rightsNotice(ctx, subjectId);
    if (kind === 'chart_opened') return recipientId ? this.chartNotice(ctx, subjectId, recipientId) : undefined;
    if (kind === 'address_proof') return this.addressProof(ctx, subjectId);
    const mail = kind === 'staff_invitation' ? await this.invitations.mail(ctx, subjectId) : await this.resets.mail(ctx, subjectId);
    if (!mail) return undefined;
    // No name of a person: the address may be anybody's, and whoever typed the name a stranger to them.
    const { email, clinicName, url } = mail;
    const language = languageOf(mail.locale);
    const text = STAFF_MAILS[kind][language];
    const render = (link: string) => toContent(email, text, { clinic: plainName(clinicName, 60), link }, language, 'email');
    return { content: render(url), kept: render('…') };
  }

  private async rightsNotice(ctx: TxCtx, noticeId: string): Promise<Composed | undefined> {
    const mail = await this.notices.mail(ctx, noticeId);
    if (!mail) return undefined;
    const { email, firstName, clinicName, person, giver } = mail;
    const language = languageOf(mail.locale);
    const link = `${this.config.publicUrl}/settings/staff`;
    const values = {
      firstName: plainName(firstName),
      clinic: plainName(clinicName),
      person: plainName(person),
      giver: plainName(giver),
      link,
    };
    const content = toContent(email, RIGHTS_NOTICES[mail.kind][language], values, language, 'email');
    return { content, kept: content };
  }

  /** From where somebody signed in is theirs to know, not their colleagues': it is not kept. */
  private async accountAlert(ctx: TxCtx, alertId: string): Promise<Composed | undefined> {
    const mail = await this.records.mail(ctx, alertId);
    if (!mail) return undefined;
    const { email, device, ip } = mail;
    const language = languageOf(mail.locale);
    const at = appointmentTime(mail.at, mail.timeZone, localeOf(mail.locale, mail.country), 'email');
    const values = { firstName: plainName(mail.firstName, 40), link: this.config.publicUrl, ...at };
    const render = (location: string) =>
      toContent(email, accountAlertText(mail.kind, language), { ...values, location }, language, 'email');
    return { content: render([device, ip].filter(Boolean).join(', ')), kept: render('…') };
  }

  /** Says nothing that whoever signed up has typed: it goes to an address that may be anybody's. */
  private async addressProof(ctx: TxCtx, userId: string): Promise<Composed | undefined> {
    const mail = await this.resets.addressProofMail(ctx, userId);
    if (!mail) return undefined;
    const { email, code, url } = mail;
    const language = languageOf(mail.locale);
    const asked = STAFF_MAILS.address_proof[language];
    const render = (text: { subject: string; body: string }, link: string, digits: string) =>
      toContent(email, { ...text, body: text.body.replace('{{code}}', digits) }, { link }, language, 'email');
    // Only the mailbox is told whether its address has an account: what is kept in the clinic is the same for both.
    return { content: render(code ? asked : ADDRESS_TAKEN[language], url, code ?? ''), kept: render(asked, '…', '…') };
  }

  private async chartNotice(ctx: TxCtx, chartAccessId: string, reader: string): Promise<Composed | undefined> {
    const notice = await this.chartNotices.mail(ctx, chartAccessId, reader);
    if (!notice) return undefined;
    const { email, firstName, clinicName, locale, country, url, who, at, timeZone } = notice;
    const language = languageOf(locale);
    const values = {
      firstName: plainName(firstName),
      clinic: plainName(clinicName),
      practitioner: plainName(who),
      link: url,
      ...appointmentTime(at, timeZone, localeOf(locale, country), 'email'),
    };
    const content = toContent(email, STAFF_MAILS.chart_opened[language], values, language, 'email');
    return { content, kept: content };
  }
}
