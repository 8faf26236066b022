import { Injectable } from '@nestjs/common';
import { Audit, type TxCtx } from '../platform/index.js';
import { AccountRecords } from './account-records.js';
import { AddressProofsService } from './proof/address-proofs.service.js';

/** A new password by who reads the person's mail and need not know the one of before. */
@Injectable()
export class PasswordReplacement {
  constructor(
    private readonly audit: Audit,
    private readonly records: AccountRecords,
    private readonly proofs: AddressProofsService,
  ) {}

  /** Whoever knew the old password may have left doors open: all of them end, in every clinic of the person. */
  async replace(ctx: TxCtx, userId: string, passwordHash: string, userAgent: string): Promise<void> {
    await ctx.tx.query('SELECT * FROM set_password($1, $2)', [userId, passwordHash]);
    const ended = await ctx.tx.query<{ clinicId: string; what: string; id: string }[]>('SELECT * FROM end_former_access($1)', [userId]);
    for (const { clinicId, what, id } of ended) {
      if (clinicId === ctx.clinicId) await this.audit.add(ctx, { what, action: 'update', entityId: id });
    }
    await this.audit.add(ctx, { what: 'password', action: 'update', entityId: userId });
    // The mail would greet an unproved account's reader by whatever name a stranger typed; they have just done it themselves.
    if (await this.proofs.isProved(userId)) await this.records.tell(ctx, userId, 'password_changed', userAgent);
  }
}
