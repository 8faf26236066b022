import type { TxCtx } from '../../platform/index.js';
import type { Message } from './message.entity.js';

/** By row security the clinic's own. */
const PROVED = 'EXISTS (SELECT 1 FROM clinic WHERE proved_at IS NOT NULL)';

/**
 * Anybody can ask for a new password of an address. Where it has a proved account that mail is of that account's clinics, and a
 * clinic that was signed up with the same address has none; so one whose founder's address is not proved is shown none either,
 * or it would tell whoever typed the address whether that has an account.
 */
export const SEEN_BY_CLINIC = `(m.kind <> 'password_reset' OR ${PROVED})`;

/** The same of one message: what is not shown leaves no row of the audit and no event. */
export async function isSeenByClinic(ctx: TxCtx, { kind }: Pick<Message, 'kind'>): Promise<boolean> {
  if (kind !== 'password_reset') return true;
  const [clinic] = await ctx.tx.query<{ proved: boolean }[]>(`SELECT ${PROVED} AS proved`);
  return clinic?.proved === true;
}
