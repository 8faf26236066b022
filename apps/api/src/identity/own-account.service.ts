import { Injectable } from '@nestjs/common';
import { assertSteppedUp, Audit, type Ctx, Db, NotFoundProblem, type Requester, type TxCtx } from '../platform/index.js';
import { AccountRecords } from './account-records.js';
import { Accounts } from './accounts.js';
import { assertOneOf, SecondFactors } from './factors/second-factors.js';
import { ProofRefusedError, SignInRefusedError } from './identity.errors.js';
import type { ChangePasswordDto, StepUpChoiceDto, StepUpDto } from './own-account.dto.js';
import type { PasswordProof } from './password-proof.js';
import { assertGoodPassword } from './password-rules.js';
import { personOf } from './person.js';
import { holdSession, type RenewedToken, renewSession } from './session-tokens.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** How long requests of other windows may still be on their way with the token of before a step-up. */
const FORMER_LASTS = '1 minute';

/** What a signed-in person does with their own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly attempts: SignInAttempts,
    private readonly factors: SecondFactors,
    private readonly accounts: Accounts,
    private readonly records: AccountRecords,
  ) {}

  /**
   * Proves who sits there; for a few minutes the session then opens what `@NeedsStepUp` guards. Somebody who has a second factor
   * proves it by that: a stolen session and a stolen password together must not be enough to remove the factor.
   */
  async stepUp(ctx: Ctx, dto: StepUpDto, requester: Requester): Promise<RenewedToken> {
    const person = personOf(ctx);
    assertOneOf(dto, ['password', 'code', 'recoveryCode', 'passkey']);
    const byPassword = (await this.factors.confirmed(person)).length === 0;
    if (byPassword) await this.prove(ctx, dto.password ?? '', requester);
    else await this.proveByFactor(ctx, dto, requester);
    return this.db.tx(withoutRepeat(ctx), async (ctx) => {
      await holdSession(ctx);
      await this.audit.add(ctx, { what: 'session', action: 'step_up', entityId: ctx.credentialId ?? null });
      return renewSession(ctx, person, 'step_up', FORMER_LASTS);
    });
  }

  /** Sets a new password and ends the person's other sessions, and every copy of this one's token. No browser counts as known any more. */
  async changePassword(ctx: Ctx, dto: ChangePasswordDto, requester: Requester): Promise<RenewedToken & PasswordProof> {
    const person = personOf(ctx);
    if ((await this.factors.confirmed(person)).length > 0) assertSteppedUp(ctx);
    const proof = await this.prove(ctx, dto.currentPassword, requester);
    assertGoodPassword(dto.newPassword, await this.accounts.wordsAbout(person), '/newPassword');
    const password = await this.accounts.hash(dto.newPassword);
    return this.db.tx(withoutRepeat(ctx), async (ctx) => {
      await holdSession(ctx);
      const sql = 'SELECT * FROM set_password($1, $2, $3)';
      const [set] = await ctx.tx.query<{ generation: number }[]>(sql, [person, password, proof.generation]);
      // Another window was quicker: what was proved is the password of before.
      if (!set) throw new SignInRefusedError();
      await this.closeOthers(ctx, person);
      await ctx.tx.query('SELECT * FROM forget_devices($1)', [person]);
      await this.audit.add(ctx, { what: 'password', action: 'update', entityId: person });
      await this.records.tell(ctx, person, 'password_changed', requester.userAgent);
      return { userId: person, ...set, ...(await renewSession(ctx, person, 'kept', '0')) };
    });
  }

  /** What the person may send to step up, with a fresh challenge where one is a passkey. */
  async stepUpChoice(ctx: Ctx): Promise<StepUpChoiceDto> {
    const choice = await this.factors.choice(personOf(ctx), ctx.credentialId ?? '');
    return choice.methods.length > 0 ? choice : { methods: ['password'] };
  }

  /** Ends one of the person's own sessions, wherever it is. */
  async endSession(ctx: Ctx, id: string): Promise<void> {
    const person = personOf(ctx);
    await this.db.tx(withoutRepeat(ctx), async (ctx) => {
      const ended = await ctx.tx.query<unknown[]>('SELECT * FROM close_session_of($1, $2)', [person, id]);
      if (ended.length === 0) throw new NotFoundProblem('session');
      await this.audit.add(ctx, { what: 'session', action: 'delete', entityId: id });
    });
  }

  /** Ends all of the person's sessions but this one, and every copy of this one's token. */
  async endOtherSessions(ctx: Ctx): Promise<RenewedToken> {
    const person = personOf(ctx);
    return this.db.tx(withoutRepeat(ctx), async (ctx) => {
      await holdSession(ctx);
      await this.closeOthers(ctx, person);
      return renewSession(ctx, person, 'kept', '0');
    });
  }

  private async closeOthers(ctx: TxCtx, person: string): Promise<void> {
    const ended = await ctx.tx.query<{ id: string }[]>('SELECT * FROM close_other_sessions($1, $2)', [person, ctx.credentialId]);
    for (const { id } of ended) await this.audit.add(ctx, { what: 'session', action: 'delete', entityId: id });
  }

  /** The password of who is signed in; guesses count like those of signing in. @throws SignInRefusedError */
  private async prove(ctx: Ctx, password: string, requester: Requester): Promise<PasswordProof> {
    const [account] = await this.db.definerFunction<{ email: string }>('email_of_user', [ctx.clinicId, ctx.actor.id]);
    if (!account) throw new SignInRefusedError();
    const attempt = await this.attempts.begin({ at: 'password', email: account.email, userId: ctx.actor.id }, requester);
    const { right, proved, generation } = await this.accounts.isPassword(ctx.actor.id, account.email, password);
    if (!right) {
      await this.attempts.failed(attempt);
      throw new SignInRefusedError();
    }
    await this.attempts.succeeded(attempt, proved);
    return { userId: ctx.actor.id, generation };
  }

  /** @throws ProofRefusedError */
  private async proveByFactor(ctx: Ctx, dto: StepUpDto, requester: Requester): Promise<void> {
    const attempt = await this.attempts.begin({ at: 'factor', userId: ctx.actor.id }, requester);
    if (!(await this.factors.proves(ctx.actor.id, ctx.credentialId ?? '', dto))) {
      await this.attempts.failed(attempt);
      throw new ProofRefusedError();
    }
    await this.attempts.succeeded(attempt, true);
    if (dto.recoveryCode !== undefined) await this.attempts.tell(ctx.actor.id, requester, 'recovery_code_used');
  }
}

/** An answer about somebody's credentials is not kept for a repeat of the request: it may be a secret, and it is not the clinic's. */
export function withoutRepeat(ctx: Ctx): Ctx {
  return { ...ctx, idempotency: undefined };
}
