import { Injectable } from '@nestjs/common';
import { Db, newId, type TxCtx } from '../platform/index.js';
import { EmailInUseError } from './identity.errors.js';
import { Passwords } from './passwords.js';
import { SignInLimiter } from './sign-in-limiter.js';

/** Somebody who has shown that an address is theirs by its password, or whose account is still to be made. */
export interface ProvenAccount {
  userId: string;
  email: string;
  /** Set where there is no account yet. */
  newPasswordHash: string | undefined;
}

/** One login per e-mail address, whatever the number of clinics it works in. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly limiter: SignInLimiter,
  ) {}

  /**
   * Takes the account of this address by its password, or prepares a new one. Outside any transaction, since hashing takes
   * its time; guesses count like those of signing in.
   *
   * @throws EmailInUseError naming `pointer`, where the address has an account with another password.
   */
  async prove(email: string, password: string, ip: string, pointer: string): Promise<ProvenAccount> {
    const [known] = await this.db.door<{ userId: string; passwordHash: string | null }>('sign_in', [email]);
    if (!known) return { userId: newId(), email, newPasswordHash: await this.passwords.hash(password) };
    await this.limiter.attempt(email, ip);
    if (!(await this.passwords.verify(known.passwordHash, password))) throw new EmailInUseError(pointer);
    await this.limiter.succeeded(email, ip);
    return { userId: known.userId, email, newPasswordHash: undefined };
  }

  /** Writes a new account in the caller's transaction, so that none is left behind when that fails. */
  async register(ctx: TxCtx, account: ProvenAccount, pointer: string): Promise<void> {
    if (account.newPasswordHash === undefined) return;
    const made = await ctx.tx.query<unknown[]>('SELECT * FROM register_user($1, $2, $3)', [
      account.userId,
      account.email,
      account.newPasswordHash,
    ]);
    if (made.length === 0) throw new EmailInUseError(pointer);
  }
}
