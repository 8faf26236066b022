import type { DomainEvent } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvitationsService } from '../../identity/index.js';
import { On, type TxCtx } from '../../platform/index.js';
import { linkMail } from './link-mail.js';
import { ofSubject, planMail, TO_STAFF } from './mail-to-staff.js';
import { MessageKinds } from './message-kinds.js';

/** An invitation to a clinic's team; void once it was accepted or taken back. */
@Injectable()
export class StaffInvitationKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly invitations: InvitationsService,
  ) {}

  onModuleInit(): void {
    const prepare = ofSubject(async (ctx, id) => {
      const mail = await this.invitations.mail(ctx, id);
      return mail && linkMail('staff_invitation', mail);
    });
    this.kinds.add({ staff_invitation: { ...TO_STAFF, prepare } });
  }

  @On('staff.invited')
  async mailInvitationWhenStaffIsInvited(ctx: TxCtx, event: DomainEvent<'staff.invited'>): Promise<void> {
    await planMail(ctx, 'staff_invitation', event.payload.invitationId);
  }
}
