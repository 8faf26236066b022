import { type DomainEvent, languageOf } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PasswordResetsService } from '../../identity/index.js';
import { On, type TxCtx } from '../../platform/index.js';
import { type Composed, toContent } from '../sending/content.js';
import { ADDRESS_TAKEN, STAFF_MAILS } from '../templates/default-templates.js';
import { OF_AN_ACCOUNT, ofSubject, planMail } from './mail-to-staff.js';
import { MessageKinds } from './message-kinds.js';

/** The code that shows whose mailbox a founder's address is; void once it was shown. Without it nothing else leaves, so it is never held. */
@Injectable()
export class AddressProofKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly resets: PasswordResetsService,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      address_proof: { ...OF_AN_ACCOUNT, heldUnproved: false, prepare: ofSubject((ctx, id) => this.compose(ctx, id)) },
    });
  }

  @On('address.proof_requested')
  async mailCodeWhenAddressProofIsRequested(ctx: TxCtx, event: DomainEvent<'address.proof_requested'>): Promise<void> {
    await planMail(ctx, 'address_proof', event.payload.userId);
  }

  /** Says nothing that whoever signed up has typed: it goes to an address that may be anybody's. */
  private async compose(ctx: TxCtx, userId: string): Promise<Composed | undefined> {
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
}
