import { Injectable } from '@nestjs/common';
import { type Ctx, Db, newId, type Requester, type TxCtx } from '../platform/index.js';
import { EmailInUseError, SignInRefusedError } from './identity.errors.js';
import { assertGoodPassword } from './password-rules.js';
import { Passwords } from './passwords.js';
import { AddressProofsService } from './proof/address-proofs.service.js';
import type { PasswordProof } from './password-proof.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Somebody who may use an account: by its password, or because it is still to be made. */
export interface ClaimedAccount extends PasswordProof {
  email: string;
  /** Whether the mailbox was shown to be theirs. */
  proved: boolean;
  /** Set where there is no account yet. */
  newPasswordHash: string | undefined;
}

/** Of an account that is still to be made. */
const FIRST_GENERATION = 1;

/** Where a new password stands in the request, and what is known of its owner. */
export interface NewPassword {
  pointer: string;
  about: readonly string[];
}

interface Known extends PasswordProof {
  passwordHash: string | null;
  proved: boolean;
}

/** One login per e-mail address, whatever the number of clinics it works in; and beside it at most one that is not yet proved. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly proofs: AddressProofsService,
  ) {}

  /**
   * The account of this address that has this password. Both that may be there are looked at, known or not, so that the time
   * tells nothing.
   */
  async byPassword(email: string, password: string): Promise<Known | undefined> {
    const known = await this.ofAddress(email);
    const proved = known.find((account) => account.proved);
    const unproved = known.find((account) => !account.proved);
    const right = await this.passwords.verify(proved?.passwordHash, password);
    const rightToo = await this.passwords.verify(unproved?.passwordHash, password);
    if (right) return proved;
    return rightToo ? unproved : undefined;
  }

  /** Whether this is the password of the person's own account, not of another one that has its address too. */
  async isPassword(userId: string, email: string, password: string): Promise<{ right: boolean; proved: boolean; generation: number }> {
    const own = (await this.ofAddress(email)).find((account) => account.userId === userId);
    const right = await this.passwords.verify(own?.passwordHash, password);
    return { right, proved: own?.proved === true, generation: own?.generation ?? 0 };
  }

  /**
   * For a sign-up: the account of this address and password, or a new unproved one. Somebody who asks for an address that is
   * known, and does not know its password, is answered like somebody whose address is not: only the mailbox is told. Outside
   * any transaction, since hashing takes its time. Whatever is not an account's password counts as a failed sign-in.
   *
   * @throws SignInRefusedError where an unproved account of the address has another password, InvalidProblem where a new one is
   * easy to guess.
   */
  async claim(email: string, password: string, requester: Requester, fresh: NewPassword): Promise<ClaimedAccount> {
    const attempt = await this.attempts.begin({ at: 'sign_up', email }, requester);
    const known = await this.byPassword(email, password);
    if (known) {
      await this.attempts.succeeded(attempt, known.proved);
      return { userId: known.userId, generation: known.generation, email, proved: known.proved, newPasswordHash: undefined };
    }
    this.attempts.failedMeanwhile(attempt);
    assertGoodPassword(password, [email, ...fresh.about], fresh.pointer);
    const newPasswordHash = await this.passwords.hash(password);
    if ((await this.ofAddress(email)).some(({ proved }) => !proved)) throw new SignInRefusedError();
    return { userId: newId(), generation: FIRST_GENERATION, email, proved: false, newPasswordHash };
  }

  /**
   * For an invitation, whose link has shown the mailbox: the proved account of this address by its password, or a new one.
   *
   * @throws EmailInUseError where the address has an account with another password, InvalidProblem where a new one is easy to guess.
   */
  async join(email: string, password: string, requester: Requester, fresh: NewPassword): Promise<ClaimedAccount> {
    const account = (await this.ofAddress(email)).find(({ proved }) => proved);
    if (!account) {
      assertGoodPassword(password, [email, ...fresh.about], fresh.pointer);
      const newPasswordHash = await this.passwords.hash(password);
      return { userId: newId(), generation: FIRST_GENERATION, email, proved: true, newPasswordHash };
    }
    const attempt = await this.attempts.begin({ at: 'password', email }, requester);
    if (!(await this.passwords.verify(account.passwordHash, password))) {
      await this.attempts.failed(attempt);
      throw new EmailInUseError(fresh.pointer);
    }
    await this.attempts.succeeded(attempt, true);
    return { userId: account.userId, generation: account.generation, email, proved: true, newPasswordHash: undefined };
  }

  /**
   * Writes a new account in the caller's transaction, so that none is left behind when that fails; one that was there keeps its
   * password until that ends.
   *
   * @throws what `orElse` makes, where somebody else was quicker, or the password has been replaced since
   */
  async register(ctx: TxCtx, account: ClaimedAccount, orElse: () => Error): Promise<void> {
    const { userId, generation, email, newPasswordHash, proved } = account;
    const rows =
      newPasswordHash === undefined
        ? await ctx.tx.query<unknown[]>('SELECT * FROM hold_account($1, $2)', [userId, generation])
        : await ctx.tx.query<unknown[]>('SELECT * FROM register_user($1, $2, $3, $4)', [userId, email, newPasswordHash, proved]);
    if (rows.length === 0) throw orElse();
  }

  /** What others know of a person, in all their clinics: a new password must not be made of it. */
  async wordsAbout(userId: string): Promise<string[]> {
    return (await this.db.definerFunction<{ word: string }>('words_about', [userId])).map(({ word }) => word);
  }

  hash(password: string): Promise<string> {
    return this.passwords.hash(password);
  }

  /** The person read a link in the mailbox of this address. */
  proved(userId: string, address: string): Promise<boolean> {
    return this.proofs.proved(userId, address);
  }

  /** What the mail needs that asks for a proof of the address. */
  proofMail(ctx: Ctx, userId: string): ReturnType<AddressProofsService['mail']> {
    return this.proofs.mail(ctx, userId);
  }

  private ofAddress(email: string): Promise<Known[]> {
    return this.db.definerFunction<Known>('accounts_of_address', [email]);
  }
}
