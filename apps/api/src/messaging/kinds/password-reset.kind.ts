import type { DomainEvent } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PasswordResetsService } from '../../identity/index.js';
import { On, type TxCtx } from '../../platform/index.js';
import { linkMail } from './link-mail.js';
import { OF_AN_ACCOUNT, ofSubject, planMail } from './mail-to-staff.js';
import { MessageKinds } from './message-kinds.js';

/**
 * Whether the address of the clinic's founder was proved at that moment; by row security the clinic is one's own.
 *
 * Anybody can ask for a new password of an address. Where it has a proved account that mail is of that account's clinics, and a
 * clinic that was signed up with the same address has none; so one whose founder's address was not proved yet is never shown it, or it
 * would tell whoever typed the address whether that has an account: at once, or once they have corrected it to their own and proved that.
 */
const provedAt = (moment: string) => `EXISTS (SELECT 1 FROM clinic_card WHERE proved_at <= ${moment})`;

/** A link for a new password; void once it was used or is past its time. It goes to whose address it is, and carries nothing that was typed. */
@Injectable()
export class PasswordResetKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly resets: PasswordResetsService,
  ) {}

  onModuleInit(): void {
    const prepare = ofSubject(async (ctx, id) => {
      const mail = await this.resets.mail(ctx, id);
      return mail && linkMail('password_reset', mail);
    });
    this.kinds.add({ password_reset: { ...OF_AN_ACCOUNT, heldUnproved: false, seen: { where: provedAt }, prepare } });
  }

  @On('password.reset_requested')
  async mailLinkWhenPasswordResetIsRequested(ctx: TxCtx, event: DomainEvent<'password.reset_requested'>): Promise<void> {
    await planMail(ctx, 'password_reset', event.payload.resetId);
  }
}
