import { losesClinical } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ChangedMember, MemberFollowers } from '../../identity/index.js';
import { Audit, type TxCtx } from '../../platform/index.js';

/** What opens a chart by itself; an appointment that stands still makes care when its practitioner returns. */
const END = `UPDATE chart_access SET expires_at = now(), version = version + 1
  WHERE user_id = $1 AND kind IN ('grant', 'override') AND (expires_at IS NULL OR expires_at > now())
  RETURNING id, patient_id AS "patientId"`;

/** Whoever leaves, or reads charts no more by their role, was let in for the last time: their return opens nothing by itself. */
@Injectable()
export class Leavers implements OnModuleInit {
  constructor(
    private readonly members: MemberFollowers,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.members.register((ctx, changed) => this.follow(ctx, changed));
  }

  private async follow(ctx: TxCtx, changed: ChangedMember): Promise<void> {
    if (!losesClinical(changed)) return;
    const [ended] = await ctx.tx.query<[{ id: string; patientId: string }[], number]>(END, [changed.userId]);
    this.audit.addEach(ctx, { what: 'chart-access', action: 'update', reason: 'reader-left' }, ended);
  }
}
