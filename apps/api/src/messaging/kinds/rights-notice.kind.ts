import { type DomainEvent, languageOf } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RightsNotices } from '../../identity/index.js';
import { Config, On, type TxCtx } from '../../platform/index.js';
import { type Composed, toContent } from '../sending/content.js';
import { plainName } from '../templates/render.js';
import { RIGHTS_NOTICES } from '../templates/rights-notices.js';
import { ofSubject, planMail, TO_STAFF } from './mail-to-staff.js';
import { MessageKinds } from './message-kinds.js';

/** To an owner, of rights that were given or taken; void where the notice or its reader is not there any more. */
@Injectable()
export class RightsNoticeKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly notices: RightsNotices,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ rights_notice: { ...TO_STAFF, prepare: ofSubject((ctx, id) => this.compose(ctx, id)) } });
  }

  @On('staff.rights_changed')
  async mailOwnerWhenRightsChanged(ctx: TxCtx, event: DomainEvent<'staff.rights_changed'>): Promise<void> {
    await planMail(ctx, 'rights_notice', event.payload.noticeId);
  }

  private async compose(ctx: TxCtx, noticeId: string): Promise<Composed | undefined> {
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
}
