import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { StatedLocale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, Config, type Ctx, Db, newId, Outbox, type Requester, systemCtx, type TxCtx } from '../platform/index.js';
import { Accounts } from './accounts.js';
import type { RequestPasswordResetDto } from './password-resets.dto.js';
import type { ClinicChoiceDto } from './session.dto.js';
import { foldAddress } from './fold-address.js';
import { SignInLimiter } from './sign-in-limiter.js';

/** Every answer takes this long, whether there was anything to do or not. */
const ANSWER_AFTER_MS = 250;
/** More than this many open requests in an hour are somebody filling another person's mailbox. */
const OPEN_AT_ONCE = 3;

/**
 * A new password by a link in an e-mail. The request belongs to one of the person's clinics, because that is whose worker
 * writes the mail; the password is the person's, in all of them.
 */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly accounts: Accounts,
    private readonly limiter: SignInLimiter,
    private readonly config: Config,
  ) {}

  async ask(dto: RequestPasswordResetDto, requester: Requester): Promise<void> {
    await this.limiter.attempt(`reset ${await foldAddress(this.db, dto.email)}`, requester.ip);
    await Promise.all([this.writeDown(dto.email, requester), pause(ANSWER_AFTER_MS)]);
  }

  /** In the transaction of why; the mail follows from its event. */
  async begin(ctx: TxCtx, userId: string): Promise<void> {
    const id = newId();
    await ctx.tx.query(
      `INSERT INTO password_reset (clinic_id, id, user_id, expires_at) VALUES ($1, $2, $3, clock_timestamp() + interval '1 hour')`,
      [ctx.clinicId, id, userId],
    );
    await this.outbox.add(ctx, 'password.reset_requested', { resetId: id });
  }

  /** What the mail needs, with a fresh link: a repeat of the mail makes the older link useless. Undefined once it is used. */
  async mail(ctx: Ctx, id: string): Promise<{ email: string; clinicName: string; locale: StatedLocale; url: string } | undefined> {
    const token = randomBytes(32).toString('base64url');
    return this.db.tx(ctx, async (ctx) => {
      const [rows] = await ctx.tx.query<[{ userId: string; clinicName: string; locale: StatedLocale }[], number]>(
        `UPDATE password_reset r SET token_hash = $2 FROM clinic c, membership m
         WHERE r.id = $1 AND r.used_at IS NULL AND r.expires_at > clock_timestamp()
           AND c.clinic_id = r.clinic_id AND m.clinic_id = r.clinic_id AND m.user_id = r.user_id AND m.active
         RETURNING r.user_id AS "userId", c.name AS "clinicName", c.locale`,
        [id, hash(token)],
      );
      const [row] = rows;
      if (!row) return undefined;
      const { userId, ...mail } = row;
      const [account] = await ctx.tx.query<{ email: string }[]>('SELECT * FROM email_of_user($1, $2)', [ctx.clinicId, userId]);
      return account && { ...mail, ...account, url: `${this.config.publicUrl}/password-reset/${token}` };
    });
  }

  /** The other mail that shows whose mailbox an account's address is. */
  addressProofMail(ctx: Ctx, userId: string): ReturnType<Accounts['proofMail']> {
    return this.accounts.proofMail(ctx, userId);
  }

  private async writeDown(email: string, requester: Requester): Promise<void> {
    // The proved one, where there are two.
    const [account] = await this.db.definerFunction<{ userId: string; proved: boolean }>('accounts_of_address', [email]);
    const [clinic] = account ? await this.db.definerFunction<ClinicChoiceDto>('clinics_of_user', [account.userId]) : [];
    if (!account || !clinic) return;
    const ctx: Ctx = { ...systemCtx(clinic.id, 'password-reset'), requestId: requester.requestId, ip: requester.ip };
    await this.db.tx(ctx, async (ctx) => {
      // One after the other, so that many at once are not all counted as the first.
      await ctx.tx.query("SELECT pg_advisory_xact_lock(hashtextextended('password_reset' || $1, 0))", [account.userId]);
      const open = await ctx.tx.query<unknown[]>(
        'SELECT 1 FROM password_reset WHERE user_id = $1 AND used_at IS NULL AND expires_at > clock_timestamp()',
        [account.userId],
      );
      if (open.length >= OPEN_AT_ONCE) return;
      await this.begin(ctx, account.userId);
      // Where nobody has proved the address, its clinic would read here that no other account has it.
      if (account.proved) await this.audit.add(ctx, { what: 'password-reset', action: 'create', entityId: account.userId });
    });
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
