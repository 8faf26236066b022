import { Injectable } from '@nestjs/common';
import { Audit, newId, now, Outbox, type TxCtx } from '../platform/index.js';

interface Behind {
  id: string;
  /** They agreed at the clinic after the mailbox had refused. */
  agreedSince: boolean;
}

/**
 * What whoever holds a mailbox says of a clinic's e-mails, by the link in one. It is of the address: it holds for everybody who
 * has it, those too whose record is given it later. It refuses, and takes the refusal back; it agrees to nothing by itself.
 */
@Injectable()
export class Mailboxes {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Once it is committed, no e-mail begins to leave to there; what changes nothing is not written down. */
  async say(ctx: TxCtx, address: string, granted: boolean): Promise<void> {
    // The database's own small letters, since it is the database that compares.
    const [{ mailbox } = { mailbox: '' }] = await ctx.tx.query<{ mailbox: string }[]>(LOCK, [address]);
    const [latest] = await ctx.tx.query<{ granted: boolean; recordedAt: Date }[]>(LATEST, [mailbox]);
    const behind = await ctx.tx.query<Behind[]>(BEHIND, [mailbox, latest?.recordedAt ?? null]);
    const stopped = latest?.granted === false;
    if (granted ? !stopped : stopped && !behind.some(({ agreedSince }) => agreedSince)) return;
    const id = newId();
    // Two words of one moment are told apart, whichever process took them.
    const at = new Date(Math.max(now(ctx).getTime(), latest ? latest.recordedAt.getTime() + 1 : 0));
    await ctx.tx.query(
      `INSERT INTO mailbox_consent (clinic_id, id, address, granted, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [ctx.clinicId, id, mailbox, granted, at, `${ctx.actor.type}:${ctx.actor.id}`],
    );
    const patientIds = behind.map((one) => one.id);
    const told = patientIds.map((patientId) => ({ patientId, purpose: 'all', channel: 'email' as const, granted }));
    await this.outbox.addAll(ctx, 'contact_consent.recorded', told);
    await this.audit.add(ctx, { what: 'patient.consent', action: 'create', patientIds, entityId: id });
  }
}

const LOCK = 'SELECT lower($1) AS mailbox, lock_mailbox(lower($1), false)';

const LATEST = `SELECT granted, recorded_at AS "recordedAt" FROM mailbox_consent WHERE address = $1
  ORDER BY recorded_at DESC, id DESC LIMIT 1`;

const BEHIND = `
  SELECT p.id, EXISTS (SELECT 1 FROM contact_consent c
    WHERE c.patient_id = p.id AND c.channel = 'email' AND c.granted AND c.recorded_at > $2::timestamptz) AS "agreedSince"
  FROM patients_of_mailbox($1) p`;

/**
 * SQL: whether the mailbox of patient `p` refuses e-mails for the purpose in parameter `purpose`. What they themselves agreed to
 * at the clinic after that counts more, since the latest word does.
 */
export const mailboxRefuses = (purpose: string): string => `coalesce((
  SELECT NOT m.granted AND NOT EXISTS (SELECT 1 FROM contact_consent c
    WHERE c.patient_id = p.id AND c.purpose = ${purpose} AND c.channel = 'email' AND c.granted AND c.recorded_at > m.recorded_at)
  FROM mailbox_consent m WHERE m.address = lower(p.email::text) ORDER BY m.recorded_at DESC, m.id DESC LIMIT 1), false)`;
