import { Injectable } from '@nestjs/common';
import { Audit, type Ctx, Db, NotFoundProblem, Problem, systemCtx, type TxCtx } from '../platform/index.js';
import { AccountRecords } from './account-records.js';
import { takeMembers } from './member-followers.js';
import { withoutRepeat } from './own-account.service.js';
import { byWhom } from './password-replacement.js';
import { PasswordResetsService } from './password-resets.service.js';
import { personOf } from './person.js';
import { RightsRefusedError, RightsService } from './rights.service.js';
import type { ClinicChoiceDto } from './session.dto.js';
import { StaffService } from './staff.service.js';

export class OwnSignInError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'OWN_SIGN_IN',
      title: 'You are signed in yourself',
      detail: 'Change your password and second factors in your account. Who cannot sign in any more asks another owner.',
    });
  }
}

export class WorksElsewhereError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'WORKS_ELSEWHERE',
      title: 'This account opens other clinics too',
      detail: 'No one clinic resets a sign-in that others rely on. Ask whoever runs Keel for you to do it.',
    });
  }
}

/**
 * The way back for somebody who has lost their second factors and their recovery codes. Whoever resets a sign-in has made sure who
 * asks; the rest is proved as at the beginning, by the mailbox: password, factors, sessions, keys and open invitations are gone, since
 * whoever has the lost device may have made some of them, and a mail brings the link for a new password. Nobody else can choose it.
 */
@Injectable()
export class SignInResets {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly staff: StaffService,
    private readonly rights: RightsService,
    private readonly passwordResets: PasswordResetsService,
    private readonly records: AccountRecords,
  ) {}

  /** By an owner, for somebody who works in this clinic alone. @throws RightsRefusedError, OwnSignInError, WorksElsewhereError */
  async ofColleague(ctx: Ctx, memberId: string, userAgent: string): Promise<void> {
    const owner = personOf(ctx);
    await this.db.tx(withoutRepeat(ctx), async (ctx) => {
      await takeMembers(ctx, 'staff:manage');
      if (!(await this.rights.standingOf(ctx, owner))?.roles.includes('owner')) throw new RightsRefusedError('ownerOnly');
      const { userId, active } = await this.staff.get(ctx, memberId);
      if (!userId || !active) throw new NotFoundProblem('active member of staff');
      if (userId === owner) throw new OwnSignInError();
      if (!(await this.reset(ctx, userId, ctx.clinicId, userAgent))) throw new WorksElsewhereError();
    });
  }

  /** By whoever runs this installation, wherever the person works. @returns false where nobody has the address */
  async byOperator(address: string): Promise<boolean> {
    const [account] = await this.db.definerFunction<{ userId: string }>('accounts_of_address', [address]);
    const [first, ...others] = account ? await this.db.definerFunction<ClinicChoiceDto>('clinics_of_user', [account.userId]) : [];
    if (!account || !first) return false;
    // Each is concerned. That which does it comes last: cut off before, it is told of and not done, and never the other way round.
    for (const { id } of others) await this.db.tx(systemCtx(id, 'operator'), (ctx) => this.note(ctx, account.userId));
    return this.db.tx(systemCtx(first.id, 'operator'), (ctx) => this.reset(ctx, account.userId, null, ''));
  }

  /** False where the account opens other clinics than `only`. */
  private async reset(ctx: TxCtx, userId: string, only: string | null, userAgent: string): Promise<boolean> {
    const sql = 'SELECT * FROM reset_sign_in($1, $2, $3, $4, $5, $6)';
    const [done] = await ctx.tx.query<{ elsewhere: boolean }[]>(sql, [userId, only, ...byWhom(ctx)]);
    if (!done || done.elsewhere) return false;
    await this.note(ctx, userId);
    await this.records.tell(ctx, userId, 'sign_in_reset', userAgent);
    // After the links of before have ended.
    await this.passwordResets.begin(ctx, userId);
    return true;
  }

  /** In each clinic of the person: its audit has it, and where they own it, its other owners are told. */
  private async note(ctx: TxCtx, userId: string): Promise<void> {
    await this.audit.add(ctx, { what: 'sign-in-reset', action: 'create', entityId: userId });
    await this.rights.tellOfReset(ctx, userId);
  }
}
