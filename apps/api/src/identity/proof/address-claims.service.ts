import { Injectable } from '@nestjs/common';
import { Db, type Requester, systemCtx } from '../../platform/index.js';
import { Accounts } from '../accounts.js';
import { assertOneOf } from '../factors/second-factors.js';
import { SignInRefusedError } from '../identity.errors.js';
import { PasswordReplacement } from '../password-replacement.js';
import { assertGoodPassword } from '../password-rules.js';
import type { ClinicChoiceDto } from '../session.dto.js';
import { SESSION_COOKIE } from '../session-tokens.js';
import { SessionsService } from '../sessions.service.js';
import { SignInAttempts } from '../sign-in-attempts.js';
import type { ConfirmAddressDto } from './address-proofs.dto.js';
import { PasswordWantedError, ProofLinkGoneError } from './address-proofs.errors.js';
import { AddressProofsService } from './address-proofs.service.js';
import { tokenHash } from './proof-code.js';

/**
 * The link in the mail that proves an address. Whoever presses it has the mailbox; whoever signed up may be a stranger, who typed
 * this address. So the one must be shown to be the other: by the session, or by the password of the sign-up. Where it is not, the
 * account becomes that of the mailbox, by a new password, and whatever the stranger had opened ends before the address counts as proved.
 */
@Injectable()
export class AddressClaims {
  constructor(
    private readonly db: Db,
    private readonly accounts: Accounts,
    private readonly attempts: SignInAttempts,
    private readonly sessions: SessionsService,
    private readonly proofs: AddressProofsService,
    private readonly passwords: PasswordReplacement,
  ) {}

  /** @throws ProofLinkGoneError @throws PasswordWantedError @throws SignInRefusedError @throws InvalidProblem for a weak new password */
  async confirm(token: string, dto: ConfirmAddressDto, requester: Requester): Promise<void> {
    const [open] = await this.db.definerFunction<{ userId: string; address: string }>('address_proof_by_hash', [tokenHash(token)]);
    if (!open) throw new ProofLinkGoneError();
    const { userId, address } = open;
    if (dto.newPassword !== undefined || dto.password !== undefined) assertOneOf(dto, ['password', 'newPassword']);
    if (dto.newPassword !== undefined) await this.takeOver(token, userId, dto.newPassword, requester);
    else if (!(await this.isSignedIn(userId, requester))) await this.provePassword(userId, dto.password, requester);
    if (!(await this.proofs.proved(userId, address))) throw new ProofLinkGoneError();
  }

  private async isSignedIn(userId: string, { cookies }: Requester): Promise<boolean> {
    const token = cookies?.[SESSION_COOKIE];
    const session = token ? await this.sessions.byToken(token, false) : undefined;
    return session?.userId === userId;
  }

  private async provePassword(userId: string, password: string | undefined, requester: Requester): Promise<void> {
    if (password === undefined) throw new PasswordWantedError();
    const email = await this.proofs.emailOf(userId);
    const attempt = await this.attempts.begin({ at: 'password', email, userId }, requester);
    const { right, proved } = await this.accounts.isPassword(userId, email, password);
    if (right) return this.attempts.succeeded(attempt, proved);
    // Nobody is signed in: written down as any guess at the address is, and not where whoever typed it reads that it was read.
    const { userId: _, ...guess } = attempt;
    await this.attempts.failed(guess);
    throw new SignInRefusedError();
  }

  private async takeOver(token: string, userId: string, newPassword: string, requester: Requester): Promise<void> {
    assertGoodPassword(newPassword, await this.accounts.wordsAbout(userId), '/newPassword');
    const hash = await this.accounts.hash(newPassword);
    const [clinic] = await this.db.definerFunction<ClinicChoiceDto>('clinics_of_user', [userId]);
    if (!clinic) throw new ProofLinkGoneError();
    const ctx = { ...systemCtx(clinic.id, 'address-proof'), requestId: requester.requestId, ip: requester.ip };
    await this.db.tx(ctx, async (ctx) => {
      await ctx.tx.query('SELECT * FROM lock_account($1)', [userId]);
      // Two that press the same link: the first one won.
      const taken = await ctx.tx.query<unknown[]>('SELECT * FROM take_address_proof($1)', [tokenHash(token)]);
      if (taken.length === 0) throw new ProofLinkGoneError();
      await this.passwords.replace(ctx, userId, hash, requester.userAgent);
    });
  }
}
