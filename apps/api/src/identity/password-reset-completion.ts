import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Db, NOT_PERSONAL, Problem, type Requester, systemCtx } from '../platform/index.js';
import { Accounts } from './accounts.js';
import { Devices } from './devices.js';
import { PasswordReplacement } from './password-replacement.js';
import { assertGoodPassword } from './password-rules.js';
import type { CompletePasswordResetDto } from './password-resets.dto.js';
import { foldAddress } from './fold-address.js';
import { SignInLimiter } from './sign-in-limiter.js';

export class PasswordResetGoneError extends Problem {
  constructor() {
    super({
      status: 404,
      code: 'PASSWORD_RESET_GONE',
      title: 'This link does not open any more',
      detail: 'It was used, or is older than an hour. Ask for a new one where you sign in.',
    });
  }
}

/** The end of a forgotten password: whoever holds the link reads the person's mail. A second factor stays what it was. */
@Injectable()
export class PasswordResetCompletion {
  constructor(
    private readonly db: Db,
    private readonly accounts: Accounts,
    private readonly limiter: SignInLimiter,
    private readonly devices: Devices,
    private readonly passwords: PasswordReplacement,
  ) {}

  /**
   * Sets the password and ends the person's sessions. The browser counts as known from now on: that is the way in for somebody
   * whose account is slowed down by another's guesses.
   *
   * @throws PasswordResetGoneError @throws InvalidProblem where the password is easy to guess.
   */
  async complete(token: string, dto: CompletePasswordResetDto, requester: Requester, reply: FastifyReply): Promise<void> {
    const [open] = await this.db.definerFunction<{ id: string; clinicId: string; address: string }>('password_reset_by_hash', [
      hash(token),
    ]);
    if (!open) throw new PasswordResetGoneError();
    const ctx = { ...systemCtx(open.clinicId, 'password-reset'), requestId: requester.requestId, ip: requester.ip };
    const sql = 'SELECT user_id AS "userId" FROM password_reset WHERE id = $1';
    const [asked] = await this.db.read<{ userId: string }>(ctx, NOT_PERSONAL, sql, [open.id]);
    if (!asked) throw new PasswordResetGoneError();
    assertGoodPassword(dto.password, await this.accounts.wordsAbout(asked.userId), '/password');
    const password = await this.accounts.hash(dto.password);
    const proof = await this.db.tx(ctx, async (ctx) => {
      await ctx.tx.query('SELECT * FROM lock_account($1)', [asked.userId]);
      const [rows] = await ctx.tx.query<[{ userId: string }[], number]>(
        `UPDATE password_reset SET used_at = clock_timestamp() WHERE id = $1 AND used_at IS NULL RETURNING user_id AS "userId"`,
        [open.id],
      );
      const [used] = rows;
      // Two that hold the same link: the first one won.
      if (!used) throw new PasswordResetGoneError();
      return this.passwords.replace(ctx, used.userId, password, requester.userAgent);
    });
    // The link was read in the mailbox of that address.
    await this.accounts.proved(asked.userId, open.address);
    await this.devices.remember(proof, requester, reply);
    const [account] = await this.db.definerFunction<{ email: string }>('email_of_user', [open.clinicId, asked.userId]);
    if (account) await this.limiter.succeeded(await foldAddress(this.db, account.email), requester.ip, true);
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
