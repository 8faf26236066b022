import { type DomainEvent, languageOf, localeOf } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRecords } from '../../identity/index.js';
import { Config, On, type TxCtx } from '../../platform/index.js';
import { appointmentTime } from '../sending/appointment-time.js';
import { type Composed, toContent } from '../sending/content.js';
import { accountAlertText } from '../templates/account-alerts.js';
import { plainName } from '../templates/render.js';
import { OF_AN_ACCOUNT, ofSubject, planMail } from './mail-to-staff.js';
import { MessageKinds } from './message-kinds.js';

/** To a person whose account was changed or tried; void where the alert or the account is not there any more. */
@Injectable()
export class AccountAlertKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly records: AccountRecords,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ account_alert: { ...OF_AN_ACCOUNT, prepare: ofSubject((ctx, id) => this.compose(ctx, id)) } });
  }

  @On('account.alerted')
  async mailPersonWhenTheirAccountChanges(ctx: TxCtx, event: DomainEvent<'account.alerted'>): Promise<void> {
    await planMail(ctx, 'account_alert', event.payload.alertId);
  }

  /** From where somebody signed in is theirs to know, not their colleagues': it is not kept. */
  private async compose(ctx: TxCtx, alertId: string): Promise<Composed | undefined> {
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
}
