import type { Country, StatedLocale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditFact, type Ctx, Db, newId, Outbox, type Requester, systemCtx, type TxCtx } from '../platform/index.js';
import { deviceOf } from './device.js';
import type { ClinicChoiceDto } from './session.dto.js';

export const ACCOUNT_ALERTS = [
  'new_device',
  'failures',
  'factor_failures',
  'password_changed',
  'factor_added',
  'factor_removed',
  'recovery_codes_renewed',
  'recovery_code_used',
  'sign_in_reset',
  'sessions_ended',
  'key_ended',
] as const;
/** What a person is told of by mail, since somebody else may have done it. */
export type AccountAlertKind = (typeof ACCOUNT_ALERTS)[number];

/** Well within the time that these rows are kept for. */
const FAILURES_TOLD_EVERY = '7 days';

export interface AccountAlertMail {
  kind: AccountAlertKind;
  email: string;
  firstName: string;
  locale: StatedLocale;
  /** The clinic's. */
  country: Country;
  timeZone: string;
  at: Date;
  device: string;
  ip: string | null;
}

/** What happens to an account is written into the audit of the person's clinics, and the person is told of what may be somebody else's doing. */
@Injectable()
export class AccountRecords {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Audits in one clinic, as done by its member. */
  async inClinic(clinicId: string, userId: string, requester: Requester, fact: AuditFact): Promise<void> {
    const ctx: Ctx = { ...from(systemCtx(clinicId, 'sign-in'), requester), actor: { type: 'user', id: userId }, permissions: new Set() };
    await this.db.tx(ctx, (ctx) => this.audit.add(ctx, fact));
  }

  /** Audits in every clinic of the person, since each is concerned, and tells the person by a mail of the first. */
  async everywhere(userId: string, requester: Requester, fact: AuditFact, alert?: AccountAlertKind): Promise<void> {
    const clinics = await this.db.definerFunction<ClinicChoiceDto>('clinics_of_user', [userId]);
    for (const [index, { id }] of clinics.entries()) {
      await this.db.tx(from(systemCtx(id, 'sign-in'), requester), async (ctx) => {
        await this.audit.add(ctx, fact);
        if (alert && index === 0 && !(await this.toldLately(ctx, userId, alert))) await this.tell(ctx, userId, alert, requester.userAgent);
      });
    }
  }

  /** Who tries five passwords a day for a year must not have a mail sent a day: people cease to read them. */
  private async toldLately(ctx: TxCtx, userId: string, kind: AccountAlertKind): Promise<boolean> {
    if (kind !== 'failures') return false;
    const sql = 'SELECT 1 FROM account_alert WHERE user_id = $1 AND kind = $2 AND created_at > clock_timestamp() - $3::interval';
    return (await ctx.tx.query<unknown[]>(sql, [userId, kind, FAILURES_TOLD_EVERY])).length > 0;
  }

  /** Tells the person alone. */
  async alert(userId: string, requester: Requester, kind: AccountAlertKind): Promise<void> {
    const [clinic] = await this.db.definerFunction<ClinicChoiceDto>('clinics_of_user', [userId]);
    if (!clinic) return;
    const ctx = from(systemCtx(clinic.id, 'sign-in'), requester);
    await this.db.tx(ctx, (ctx) => this.tell(ctx, userId, kind, requester.userAgent));
  }

  /** In the transaction that does what is told of; the mail follows from its event. */
  async tell(ctx: TxCtx, userId: string, kind: AccountAlertKind, userAgent = ''): Promise<void> {
    const id = newId();
    await ctx.tx.query('INSERT INTO account_alert (clinic_id, id, user_id, kind, device, ip) VALUES ($1, $2, $3, $4, $5, $6)', [
      ...[ctx.clinicId, id, userId, kind],
      ...[deviceOf(userAgent), ctx.ip ?? null],
    ]);
    await this.outbox.add(ctx, 'account.alerted', { alertId: id });
  }

  /** What the mail needs. It is about the person's own account, which stays theirs where they have left the clinic since. */
  async mail(ctx: TxCtx, id: string): Promise<AccountAlertMail | undefined> {
    const [row] = await ctx.tx.query<(Omit<AccountAlertMail, 'email'> & { userId: string })[]>(
      `SELECT a.kind, a.user_id AS "userId", m.first_name AS "firstName", c.locale, c.country, c.time_zone AS "timeZone",
         a.created_at AS at, a.device, host(a.ip) AS ip
       FROM account_alert a JOIN clinic c ON c.clinic_id = a.clinic_id
         JOIN membership m ON m.clinic_id = a.clinic_id AND m.user_id = a.user_id
       WHERE a.id = $1`,
      [id],
    );
    if (!row) return undefined;
    const { userId, ...mail } = row;
    const [account] = await ctx.tx.query<{ email: string }[]>('SELECT * FROM email_of_user($1, $2)', [ctx.clinicId, userId]);
    return account && { ...mail, ...account };
  }
}

const from = (ctx: Ctx, { requestId, ip }: Requester): Ctx => ({ ...ctx, requestId, ip });
