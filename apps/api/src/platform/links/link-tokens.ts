import { createHash, randomBytes } from 'node:crypto';
import type { Channel } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { newId, now, type TxCtx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { prepared, sent } from '../database/prepared.js';

/** Everything that a link opens. The database holds a list of its own, with the names of what is to come. */
export const LINK_KINDS = ['appointment', 'mailbox'] as const;

/** A link to one of these opens nothing yet: it goes up to LINK_KINDS with the module that shows it. */
type LinkKindToCome = 'booking' | 'offer' | 'form' | 'invoice' | 'document' | 'measure' | 'programme';

export type LinkKind = (typeof LINK_KINDS)[number] | LinkKindToCome;

/** Why a link opens nothing any more before its time; kept for the clinic, never told to whoever holds it. */
export type Withdrawal = 'withdrawn' | 'address_corrected' | 'patient_archived' | 'patient_deceased';

export interface LinkSubject {
  kind: LinkKind;
  subjectId: string;
  patientId?: string | null;
  /** The way it was sent: it dies with the address or number that it went to. */
  channel?: Channel | null;
  expiresAt: Date;
}

export interface ResolvedLink extends LinkSubject {
  id: string;
  clinicId: string;
  /** False once it was withdrawn or is past its time. */
  open: boolean;
}

/** Links that open one thing for whoever holds them: 192 random bits, kept only as a hash, until they expire or are withdrawn. */
@Injectable()
export class LinkTokens {
  constructor(private readonly db: Db) {}

  /** The raw token; it is not stored and cannot be shown again. */
  mint(ctx: TxCtx, subject: LinkSubject): string {
    const token = randomBytes(24).toString('base64url');
    const { kind, subjectId, patientId = null, channel = null, expiresAt } = subject;
    sent(
      ctx,
      `INSERT INTO link_token (clinic_id, id, hash, kind, subject_id, patient_id, channel, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [ctx.clinicId, newId(), hash(token), kind, subjectId, patientId, channel, expiresAt],
    );
    return token;
  }

  /** What a token opens or once opened, or undefined where it never was one. */
  async resolve(token: string): Promise<ResolvedLink | undefined> {
    if (!/^[\w-]{20,64}$/.test(token)) return undefined;
    const [link] = await this.db.definerFunction<ResolvedLink>('link_by_hash', [hash(token)]);
    return link;
  }

  /** Whether it is still open; under a lock of what would withdraw it, it stays so. */
  async isOpen(ctx: TxCtx, id: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM link_token WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2';
    return (await prepared(ctx, sql, [id, now(ctx)])).length > 0;
  }

  /** Whether it opens nothing any more for this reason. */
  async isWithdrawnFor(ctx: TxCtx, id: string, why: Withdrawal): Promise<boolean> {
    return (await prepared(ctx, 'SELECT 1 FROM link_token WHERE id = $1 AND revoked_for = $2', [id, why])).length > 0;
  }

  /** Withdraws every link to one thing, and says how many opened it until now. */
  async revoke(ctx: TxCtx, { kind, subjectId }: Pick<LinkSubject, 'kind' | 'subjectId'>, why: Withdrawal): Promise<number> {
    return this.withdraw(ctx, why, 'kind = $3 AND subject_id = $4', [kind, subjectId]);
  }

  /** Withdraws what was sent to one person: all of it, or by one channel. One of an unknown channel may have gone by any. */
  async revokeOf(ctx: TxCtx, patientId: string, why: Withdrawal, channel: Channel | null = null): Promise<number> {
    return this.withdraw(ctx, why, 'patient_id = $3 AND ($4::text IS NULL OR channel IS NULL OR channel = $4)', [patientId, channel]);
  }

  private async withdraw(ctx: TxCtx, why: Withdrawal, which: string, params: unknown[]): Promise<number> {
    const [rows] = await ctx.tx.query<[unknown[], number]>(
      `UPDATE link_token SET revoked_at = $1, revoked_for = $2 WHERE ${which} AND revoked_at IS NULL AND expires_at > $1 RETURNING id`,
      [now(ctx), why, ...params],
    );
    return rows.length;
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
