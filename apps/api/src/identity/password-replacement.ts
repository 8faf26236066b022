import { Injectable } from '@nestjs/common';
import { Audit, type TxCtx } from '../platform/index.js';
import { AccountRecords } from './account-records.js';
import type { PasswordProof } from './password-proof.js';
import { AddressProofsService } from './proof/address-proofs.service.js';

/** As the doors write it that end things in clinics beside this one. */
export function byWhom({ actor, requestId, ip }: TxCtx): [type: string, id: string, requestId: string, ip: string | null] {
  return [actor.type, actor.id, requestId, ip ?? null];
}

/** A new password by who reads the person's mail and need not know the one of before. */
@Injectable()
export class PasswordReplacement {
  constructor(
    private readonly audit: Audit,
    private readonly records: AccountRecords,
    private readonly proofs: AddressProofsService,
  ) {}

  /** Whoever knew the old password may have left doors open: all of them end, in every clinic of the person. */
  async replace(ctx: TxCtx, userId: string, passwordHash: string, userAgent: string): Promise<PasswordProof> {
    const sql = 'SELECT * FROM set_password($1, $2, NULL)';
    const [{ generation } = { generation: 0 }] = await ctx.tx.query<{ generation: number }[]>(sql, [userId, passwordHash]);
    await ctx.tx.query('SELECT * FROM end_former_access($1, NULL, $2, $3, $4, $5)', [userId, ...byWhom(ctx)]);
    await this.audit.add(ctx, { what: 'password', action: 'update', entityId: userId });
    // The mail would greet an unproved account's reader by whatever name a stranger typed; they have just done it themselves.
    if (await this.proofs.isProved(userId)) await this.records.tell(ctx, userId, 'password_changed', userAgent);
    return { userId, generation };
  }
}
