import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, type TxCtx } from '../context/ctx.js';
import { Db } from '../database/db.js';

export interface LinkSubject {
  /** What the link opens, e.g. `appointment`. */
  kind: string;
  subjectId: string;
  patientId?: string | null;
  expiresAt: Date;
}

export interface ResolvedLink extends LinkSubject {
  id: string;
  clinicId: string;
}

/** Links that open one thing for whoever holds them: 192 random bits, kept only as a hash, until they expire. */
@Injectable()
export class LinkTokens {
  constructor(private readonly db: Db) {}

  /** The raw token; it is not stored and cannot be shown again. */
  async mint(ctx: TxCtx, subject: LinkSubject): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    await ctx.tx.query(
      `INSERT INTO link_token (clinic_id, id, hash, kind, subject_id, patient_id, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [ctx.clinicId, newId(), hash(token), subject.kind, subject.subjectId, subject.patientId ?? null, subject.expiresAt],
    );
    return token;
  }

  /** What a token opens, or undefined where it is unknown or past its time. */
  async resolve(token: string): Promise<ResolvedLink | undefined> {
    if (!/^[\w-]{20,64}$/.test(token)) return undefined;
    const [link] = await this.db.door<ResolvedLink>('link_by_hash', [hash(token)]);
    return link;
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
