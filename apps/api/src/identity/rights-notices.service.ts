import { givesClinical, type Locale, type Standing } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditFact, newId, Outbox, type TxCtx } from '../platform/index.js';
import { ownedLately } from './owned-lately.js';

export type RightsNoticeKind = 'clinical_given' | 'owner_given' | 'owner_taken';

const AUDITED: Readonly<Record<RightsNoticeKind, Pick<AuditFact, 'what' | 'action'>>> = {
  clinical_given: { what: 'rights.chart', action: 'create' },
  owner_given: { what: 'rights.owner', action: 'create' },
  owner_taken: { what: 'rights.owner', action: 'delete' },
};

/** Somebody's rights before and after. */
export interface ChangedRights {
  userId: string | undefined;
  name: string;
  from: Standing;
  to: Standing;
}

export interface RightsNoticeMail {
  kind: RightsNoticeKind;
  email: string;
  firstName: string;
  clinicName: string;
  locale: Locale;
  person: string;
  giver: string;
}

/** Tells the owners, each by a mail to their own address, of rights that let somebody read charts or own the clinic. */
@Injectable()
export class RightsNotices {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Before the change is written, so that an owner who loses ownership is told too; and they are told what follows for a while. */
  async tell(ctx: TxCtx, changed: ChangedRights): Promise<void> {
    const kinds = noticesOf(changed);
    if (kinds.length === 0) return;
    const owners = await ctx.tx.query<{ userId: string }[]>(
      `SELECT m.user_id AS "userId" FROM membership m WHERE m.active AND 'owner' = ANY (m.roles) OR ${ownedLately('m')}`,
    );
    const giver = await this.giver(ctx);
    for (const kind of kinds) {
      await this.audit.add(ctx, { ...AUDITED[kind], entityId: changed.userId ?? null });
      for (const { userId } of owners) {
        const id = newId();
        await ctx.tx.query('INSERT INTO rights_notice (clinic_id, id, recipient_id, kind, person, giver) VALUES ($1, $2, $3, $4, $5, $6)', [
          ctx.clinicId,
          id,
          userId,
          kind,
          changed.name,
          giver,
        ]);
        await this.outbox.add(ctx, 'staff.rights_changed', { noticeId: id });
      }
    }
  }

  /** What the mail needs. Whoever was an owner at the change is told, also where they have left since: by the change itself, it may be. */
  async mail(ctx: TxCtx, id: string): Promise<RightsNoticeMail | undefined> {
    const [row] = await ctx.tx.query<(Omit<RightsNoticeMail, 'email'> & { recipientId: string })[]>(
      `SELECT n.kind, n.person, n.giver, n.recipient_id AS "recipientId", m.first_name AS "firstName", c.name AS "clinicName", c.locale
       FROM rights_notice n JOIN clinic c ON c.clinic_id = n.clinic_id
         JOIN membership m ON m.clinic_id = n.clinic_id AND m.user_id = n.recipient_id
       WHERE n.id = $1`,
      [id],
    );
    if (!row) return undefined;
    const { recipientId, ...mail } = row;
    const [account] = await ctx.tx.query<{ email: string }[]>('SELECT * FROM email_of_user($1, $2)', [ctx.clinicId, recipientId]);
    return account && { ...mail, ...account };
  }

  private async giver(ctx: TxCtx): Promise<string> {
    if (ctx.actor.type !== 'user') return 'Keel';
    const sql = `SELECT first_name || ' ' || last_name AS name FROM membership WHERE user_id = $1`;
    const [row] = await ctx.tx.query<{ name: string }[]>(sql, [ctx.actor.id]);
    return row?.name ?? 'Keel';
  }
}

/** What of a change owners are told. */
export function noticesOf({ from, to }: Pick<ChangedRights, 'from' | 'to'>): RightsNoticeKind[] {
  const owner = ({ roles }: Standing) => roles.includes('owner');
  return [
    ...(givesClinical({ from, to }) ? (['clinical_given'] as const) : []),
    ...(owner(to) && !owner(from) ? (['owner_given'] as const) : []),
    ...(owner(from) && !owner(to) ? (['owner_taken'] as const) : []),
  ];
}
