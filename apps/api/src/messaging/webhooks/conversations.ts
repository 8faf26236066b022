import { Injectable } from '@nestjs/common';
import { Audit, Crypto, type Ctx, Db, newId, now, Outbox, type TxCtx } from '../../platform/index.js';
import { Composer } from '../sending/composer.js';
import type { Answer } from './answer-texts.js';
import type { Asked, Told } from './visits-meant.js';

/** What of a conversation belongs to one clinic. */
interface Line {
  number: string;
  text: string;
  patientId: string | null;
  appointmentId: string | null;
}

export interface OurLine extends Line {
  reply: Answer;
  version: number | null;
  startsAt: Date | null;
  asks?: Asked;
  choice?: number;
}

export interface TheirLine extends Line {
  sid: string | null;
  /** True puts it before a person. */
  forPerson: boolean;
}

/** What comes of a text: what is said, whose it is, and who has to read it. */
export interface Outcome {
  text?: string | undefined;
  lines: (OurLine & { clinicId: string })[];
  forPerson: boolean;
  about: { clinicId: string; patientId: string | null; appointmentId: string | null };
}

/** Texts to and fro with a phone, kept as messages: what was said to whom last decides what an answer means. */
@Injectable()
export class Conversations {
  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly composer: Composer,
  ) {}

  /** What this installation's number wrote to that one in the last year, whatever clinic it was for; the newest first. */
  async told(number: string): Promise<Told[]> {
    return this.db.door<Told>('sms_conversations', [this.composer.numberHash(number)]);
  }

  /** A text that came in. Twilio may bring the same one twice; it is kept once. */
  async keepTheirs(ctx: TxCtx, line: TheirLine): Promise<void> {
    const { sid, forPerson, patientId, appointmentId } = line;
    const hash = this.composer.numberHash(line.number);
    const twin = 'SELECT 1 FROM message WHERE recipient_hash = $1 AND provider_id = $2 AND clinic_id = $3';
    if (sid && (await ctx.tx.query<unknown[]>(twin, [hash, sid, ctx.clinicId])).length > 0) return;
    const id = newId();
    await ctx.tx.query(
      `INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, due_at, sent_at, handled_at, provider_id,
         recipient_hash, content, created_at, updated_at)
       VALUES ($1, $2, 'received', 'sms', 'received', $3, $4, $5, $5, $6, $7, $8, $9, $5, $5)`,
      [ctx.clinicId, id, patientId, appointmentId, now(ctx), forPerson ? null : now(ctx), sid, hash, await this.seal(ctx, id, line)],
    );
    await this.audit.add(ctx, { what: 'message', action: 'create', patientId, entityId: id });
    const ref = { messageId: id, patientId, appointmentId, channel: 'sms', kind: 'received' } as const;
    await this.outbox.add(ctx, 'message.received', ref);
  }

  /** What was answered at once, in the answer to Twilio's call. */
  async keepOurs(ctx: TxCtx, line: OurLine): Promise<void> {
    const { patientId, appointmentId, reply, version, startsAt, asks = null, choice = null } = line;
    const id = newId();
    await ctx.tx.query(
      `INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, starts_at, due_at, queued_at, sent_at,
         recipient_hash, content, appointment_version, reply, asks, choice, created_at, updated_at)
       VALUES ($1, $2, 'reply', 'sms', 'sent', $3, $4, $5, $6, $6, $6, $7, $8, $9, $10, $11, $12, $6, $6)`,
      [
        ctx.clinicId,
        id,
        patientId,
        appointmentId,
        startsAt,
        now(ctx),
        this.composer.numberHash(line.number),
        await this.seal(ctx, id, line),
        version,
        reply,
        asks,
        choice,
      ],
    );
    await this.audit.add(ctx, { what: 'message', action: 'send', patientId, entityId: id });
  }

  private seal(ctx: Ctx, id: string, { number, text }: Line): Promise<Buffer> {
    const content = { to: number, subject: null, text, html: null };
    return this.crypto.seal(ctx, { table: 'message', column: 'content', id }, JSON.stringify(content));
  }
}
