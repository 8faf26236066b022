import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { InvitationAcceptance, InvitationsService } from '@keel/api/identity';
import { type Ctx, Db, newId, NOT_PERSONAL } from '@keel/api/platform';
import { DEMO_SIGN_IN } from './sign-in.js';

/** The demo's practitioners as if they had opened their mail. */
@Injectable()
export class DemoInvitations {
  constructor(
    private readonly db: Db,
    private readonly invitations: InvitationsService,
    private readonly acceptance: InvitationAcceptance,
  ) {}

  /** Accepts the practitioner's invitation, so that notes carry their own signature and they can sign in. */
  async join(ctx: Ctx, practitionerId: string): Promise<string> {
    const [invitation] = await this.db.read<{ id: string }>(
      ctx,
      NOT_PERSONAL,
      'SELECT id FROM invitation WHERE practitioner_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL',
      [practitionerId],
    );
    const mail = invitation && (await this.invitations.mail(ctx, invitation.id));
    const token = mail?.url.split('/').at(-1) ?? '';
    const joined = await this.acceptance.accept(
      token,
      { password: DEMO_SIGN_IN.password },
      { requestId: newId(), ip: '127.0.0.1', userAgent: 'demo' },
      NO_REPLY,
    );
    if (!('user' in joined)) throw new Error('Nobody of the demo has a second factor');
    return joined.user.id;
  }
}

/** Signing up and accepting set a cookie; here nobody reads it. */
export const NO_REPLY = { setCookie: () => NO_REPLY, clearCookie: () => NO_REPLY } as unknown as FastifyReply;
