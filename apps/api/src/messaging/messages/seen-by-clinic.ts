import type { Ctx, TxCtx } from '../../platform/index.js';
import type { Message } from './message.entity.js';

/** Whether the address of the clinic's founder was proved at that moment; by row security the clinic is one's own. */
const provedAt = (moment: string) => `EXISTS (SELECT 1 FROM clinic_card WHERE proved_at <= ${moment})`;

/**
 * Anybody can ask for a new password of an address. Where it has a proved account that mail is of that account's clinics, and a
 * clinic that was signed up with the same address has none; so one whose founder's address was not proved yet is never shown it, or it
 * would tell whoever typed the address whether that has an account: at once, or once they have corrected it to their own and proved that.
 */
const SEEN_BY_CLINIC = `(m.kind <> 'password_reset' OR ${provedAt('m.created_at')})`;

/** That somebody opened a chart is for those who look into it, whom the mail is to; its reader may work at the desk. */
export const seenBy = ({ permissions }: Ctx): string =>
  permissions.has('audit:read') ? SEEN_BY_CLINIC : `${SEEN_BY_CLINIC} AND m.kind <> 'chart_opened'`;

/** The same of one message: what is not shown leaves no row of the audit and no event. */
export async function isSeenByClinic(ctx: TxCtx, { kind, createdAt }: Pick<Message, 'kind' | 'createdAt'>): Promise<boolean> {
  if (kind !== 'password_reset') return true;
  const [clinic] = await ctx.tx.query<{ proved: boolean }[]>(`SELECT ${provedAt('$1::timestamptz')} AS proved`, [createdAt]);
  return clinic?.proved === true;
}
