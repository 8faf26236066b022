import { givesChartRight, givesClinicalRole, type Standing, type StatedLocale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditFact, newId, Outbox, type TxCtx } from '../platform/index.js';
import { ownedLately } from './owned-lately.js';

type GivenOrTaken = 'chart_right_given' | 'clinical_role_given' | 'owner_given' | 'owner_taken';
/** `clinical_given` is of before, when a clinical role and the chart right were told of alike. */
export type RightsNoticeKind = GivenOrTaken | 'sign_in_reset' | 'address_corrected' | 'clinical_given';

const AUDITED: Readonly<Record<GivenOrTaken, Pick<AuditFact, 'what' | 'action'>>> = {
  chart_right_given: { what: 'rights.chart', action: 'create' },
  clinical_role_given: { what: 'rights.chart', action: 'create' },
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
  locale: StatedLocale;
  person: string;
  giver: string;
}

interface Told {
  kind: RightsNoticeKind;
  person: string;
}

const OWNS = `(m.active AND 'owner' = ANY (m.roles) OR ${ownedLately('m')})`;

/** Tells the owners, each by a mail to their own address, of what lets somebody read charts, own the clinic, or sign in as an owner. */
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
    const owners = await ctx.tx.query<{ userId: string }[]>(`SELECT m.user_id AS "userId" FROM membership m WHERE ${OWNS}`);
    for (const kind of kinds) {
      await this.audit.add(ctx, { ...AUDITED[kind], entityId: changed.userId ?? null });
      const others = kind === 'clinical_role_given' ? owners.filter(({ userId }) => !knows(ctx, userId, changed)) : owners;
      // Where there is nobody else, the mail is all that shows the only owner what was done in their name.
      await this.write(ctx, others.length > 0 ? others : owners, { kind, person: changed.name });
    }
  }

  /** Of an owner whose sign-in is reset, the other owners, since whoever answers the mail of it signs in as an owner. */
  async tellOfReset(ctx: TxCtx, userId: string): Promise<void> {
    const [owner] = await ctx.tx.query<{ name: string }[]>(
      `SELECT m.first_name || ' ' || m.last_name AS name FROM membership m WHERE m.user_id = $1 AND ${OWNS}`,
      [userId],
    );
    if (!owner) return;
    const others = await ctx.tx.query<{ userId: string }[]>(
      `SELECT m.user_id AS "userId" FROM membership m WHERE m.user_id <> $1 AND ${OWNS}`,
      [userId],
    );
    await this.write(ctx, others, { kind: 'sign_in_reset', person: owner.name });
  }

  /** Of a practitioner whose invitation ended as one who is no owner corrected their address: whoever invites them anew looks at it. */
  async tellOfAddress(ctx: TxCtx, person: string): Promise<void> {
    const owners = await ctx.tx.query<{ userId: string }[]>(
      `SELECT m.user_id AS "userId" FROM membership m WHERE m.active AND 'owner' = ANY (m.roles)`,
    );
    await this.write(ctx, owners, { kind: 'address_corrected', person });
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

  private async write(ctx: TxCtx, recipients: readonly { userId: string }[], { kind, person }: Told): Promise<void> {
    const giver = await this.giver(ctx);
    for (const { userId } of recipients) {
      const id = newId();
      await ctx.tx.query('INSERT INTO rights_notice (clinic_id, id, recipient_id, kind, person, giver) VALUES ($1, $2, $3, $4, $5, $6)', [
        ...[ctx.clinicId, id, userId],
        ...[kind, person, giver],
      ]);
      await this.outbox.add(ctx, 'staff.rights_changed', { noticeId: id });
    }
  }

  private async giver(ctx: TxCtx): Promise<string> {
    if (ctx.actor.type !== 'user') return 'Keel';
    const sql = `SELECT first_name || ' ' || last_name AS name FROM membership WHERE user_id = $1`;
    const [row] = await ctx.tx.query<{ name: string }[]>(sql, [ctx.actor.id]);
    return row?.name ?? 'Keel';
  }
}

/** Whoever has just proved who they are and adds a colleague knows it; what they give to themselves they are told of all the same. */
const knows = ({ actor }: TxCtx, userId: string, changed: ChangedRights): boolean =>
  actor.type === 'user' && actor.id === userId && changed.userId !== userId;

/** What of a change owners are told. */
export function noticesOf({ from, to }: Pick<ChangedRights, 'from' | 'to'>): GivenOrTaken[] {
  const owner = ({ roles }: Standing) => roles.includes('owner');
  return [
    ...(givesChartRight({ from, to }) ? (['chart_right_given'] as const) : []),
    ...(givesClinicalRole({ from, to }) ? (['clinical_role_given'] as const) : []),
    ...(owner(to) && !owner(from) ? (['owner_given'] as const) : []),
    ...(owner(from) && !owner(to) ? (['owner_taken'] as const) : []),
  ];
}
