import type { StatedLocale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, Config, type Ctx, Db, NOT_PERSONAL, now, Outbox, PersonOnlyProblem, systemCtx, type TxCtx } from '../../platform/index.js';
import { personOf } from '../person.js';
import { holdSession } from '../session-tokens.js';
import type { AddressProofDto } from './address-proofs.dto.js';
import {
  AddressRefusedError,
  ClinicClosedUnprovedError,
  CodeSpentError,
  CodeWrongError,
  ProofMailLimitError,
  ProveFirstError,
} from './address-proofs.errors.js';
import { codeHash, newCode, newToken, tokenHash } from './proof-code.js';

const DAY_MS = 86_400_000;
const CODE_LASTS_MS = DAY_MS;
const TRIES_PER_CODE = 5;
const MAILS_PER_DAY = 5;
const PAUSE_MS = 60_000;

interface Account {
  email: string;
  proved: boolean;
  mails: number;
  mailsSince: Date | null;
  mailedAt: Date | null;
}

/**
 * Whose mailbox an account's address is: proved by a code or a link in a mail, by a link that set a new password, or by an
 * invitation that was accepted. A clinic is proved with its founder; until then nothing leaves it.
 */
@Injectable()
export class AddressProofsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly config: Config,
  ) {}

  async state(ctx: Ctx): Promise<AddressProofDto> {
    const { email, proved, ...mails } = await this.account(personOf(ctx));
    const clinic = await this.clinic(ctx);
    const clinicProved = clinic.provedAt !== null;
    return {
      email,
      proved,
      clinicProved,
      closesAt: clinicProved ? null : this.closesAt(clinic.createdAt),
      nextMailAt: proved ? null : nextMailAt(mails),
    };
  }

  /** @throws CodeWrongError, CodeSpentError */
  async prove(ctx: Ctx, code: string): Promise<AddressProofDto> {
    const userId = personOf(ctx);
    const email = await this.emailOf(userId);
    const hash = codeHash(this.config.masterKey, { userId, email }, code);
    const [tried] = await this.db.definerFunction<{ matches: boolean }>('try_address_code', [userId, hash, TRIES_PER_CODE]);
    if (!tried) throw new CodeSpentError();
    if (!tried.matches || !(await this.proved(userId, email))) throw new CodeWrongError();
    return this.state(ctx);
  }

  async mailAgain(ctx: Ctx): Promise<AddressProofDto> {
    const userId = personOf(ctx);
    // Proved elsewhere in the meantime: then there is nothing to mail, and the clinic follows.
    if (await this.isProved(userId)) await this.proved(userId, await this.emailOf(userId));
    else await this.db.tx(ctx, (ctx) => this.askOrRefuse(ctx, userId));
    return this.state(ctx);
  }

  /** @throws AddressRefusedError, ProofMailLimitError */
  async correct(ctx: Ctx, email: string): Promise<AddressProofDto> {
    const userId = personOf(ctx);
    await this.db.tx(ctx, async (ctx) => {
      await holdSession(ctx);
      const [changed] = await ctx.tx.query<unknown[]>('SELECT * FROM correct_address($1, $2)', [userId, email]);
      if (!changed) throw new AddressRefusedError();
      await this.askOrRefuse(ctx, userId);
      await this.audit.add(ctx, { what: 'account', action: 'update', entityId: userId });
    });
    return this.state(ctx);
  }

  /** Has a code mailed, unless there were enough mails already. @returns whether one is on its way */
  async ask(ctx: TxCtx, userId: string): Promise<boolean> {
    const sql = 'SELECT * FROM ask_address_proof($1, $2, make_interval(secs => $3))';
    const [asked] = await ctx.tx.query<unknown[]>(sql, [userId, MAILS_PER_DAY, PAUSE_MS / 1000]);
    if (asked) await this.outbox.add(ctx, 'address.proof_requested', { userId });
    return asked !== undefined;
  }

  /** What the mail needs, with a fresh code and link; without them where the address has a proved account. Undefined once it is proved. */
  async mail(ctx: Ctx, userId: string): Promise<{ email: string; locale: StatedLocale; code?: string; url: string } | undefined> {
    const [code, token] = [newCode(), newToken()];
    const { locale } = await this.clinic(ctx);
    const ends = new Date(now(ctx).getTime() + CODE_LASTS_MS);
    const email = await this.emailOf(userId);
    return this.db.tx(ctx, async (ctx) => {
      const [mail] = await ctx.tx.query<{ email: string; taken: boolean }[]>('SELECT * FROM write_address_proof($1, $2, $3, $4)', [
        userId,
        codeHash(this.config.masterKey, { userId, email }, code),
        tokenHash(token),
        ends,
      ]);
      // Corrected at this moment: a mail to the new address follows.
      if (mail?.email !== email) return undefined;
      if (mail.taken) return { email, locale, url: this.config.publicUrl };
      return { email, locale, code, url: `${this.config.publicUrl}/address/${token}` };
    });
  }

  /**
   * The person has shown that the mailbox is theirs: the account is proved, and with it every clinic that it founded.
   *
   * @param address as the mail went to it: no other address is proved, also where the account's was corrected at this moment
   * @returns false there, and where another account of the same address was proved first
   */
  async proved(userId: string, address: string): Promise<boolean> {
    const [proved] = await this.db.definerFunction('prove_account', [userId, address]);
    if (!proved) return false;
    for (const { id } of await this.db.definerFunction<{ id: string }>('unproved_clinics_of', [userId])) {
      await this.db.tx(systemCtx(id, 'address-proof'), async (ctx) => {
        // Outside the clinic's version: nobody edits it.
        const sql = 'UPDATE clinic SET proved_at = clock_timestamp() WHERE id = $1 AND proved_at IS NULL';
        const [, changed] = await ctx.tx.query<[unknown[], number]>(sql, [id]);
        if (changed === 0) return;
        await this.outbox.add(ctx, 'clinic.proved', { clinicId: id });
        await this.audit.add(ctx, { what: 'clinic', action: 'update', entityId: id, reason: 'address proved' });
      });
    }
    return true;
  }

  /** @throws ClinicClosedUnprovedError where the days for proving the address are over */
  async assertOpen(ctx: Ctx): Promise<void> {
    const { provedAt, createdAt } = await this.clinic(ctx);
    if (provedAt === null && this.closesAt(createdAt) < now(ctx)) throw new ClinicClosedUnprovedError();
  }

  /**
   * An unproved account may be somebody else's by rights: who reads its mail must not find it shut by a stranger's factor.
   *
   * @throws ProveFirstError
   */
  async assertProved(userId: string): Promise<void> {
    if (!(await this.isProved(userId))) throw new ProveFirstError();
  }

  async isProved(userId: string): Promise<boolean> {
    return (await this.account(userId)).proved;
  }

  async emailOf(userId: string): Promise<string> {
    return (await this.account(userId)).email;
  }

  private async askOrRefuse(ctx: TxCtx, userId: string): Promise<void> {
    if (await this.ask(ctx, userId)) return;
    // As this transaction sees it: the address may have been corrected just now.
    const [account] = await ctx.tx.query<Account[]>('SELECT * FROM address_proof_of($1)', [userId]);
    if (!account) throw new PersonOnlyProblem();
    const next = nextMailAt(account);
    throw new ProofMailLimitError(Math.max(1, Math.ceil((next.getTime() - Date.now()) / 1000)));
  }

  private closesAt(createdAt: Date): Date {
    return new Date(createdAt.getTime() + this.config.openness.unprovedDays * DAY_MS);
  }

  private async account(userId: string): Promise<Account> {
    const [account] = await this.db.definerFunction<Account>('address_proof_of', [userId]);
    if (!account) throw new PersonOnlyProblem();
    return account;
  }

  private async clinic(ctx: Ctx): Promise<{ locale: StatedLocale; provedAt: Date | null; createdAt: Date }> {
    const sql = 'SELECT locale, proved_at AS "provedAt", created_at AS "createdAt" FROM clinic';
    const [clinic] = await this.db.read<{ locale: StatedLocale; provedAt: Date | null; createdAt: Date }>(ctx, NOT_PERSONAL, sql);
    if (!clinic) throw new PersonOnlyProblem();
    return clinic;
  }
}

function nextMailAt({ mails, mailsSince, mailedAt }: Pick<Account, 'mails' | 'mailsSince' | 'mailedAt'>): Date {
  const afterPause = (mailedAt?.getTime() ?? 0) + PAUSE_MS;
  const dayIsOver = (mailsSince?.getTime() ?? 0) + DAY_MS;
  return new Date(mails >= MAILS_PER_DAY ? Math.max(afterPause, dayIsOver) : afterPause);
}
