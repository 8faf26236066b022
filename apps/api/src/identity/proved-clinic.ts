import { prepared, type TxCtx } from '../platform/index.js';

/**
 * Whether the founder's address of this clinic is proved; with `held`, whoever proves it now waits for this transaction, and
 * finds what it kept back.
 */
export async function isClinicProved(ctx: TxCtx, { held }: { held: boolean }): Promise<boolean> {
  const sql = `SELECT proved_at AS "provedAt" FROM clinic WHERE id = $1 ${held ? 'FOR SHARE' : ''}`;
  const [clinic] = await prepared<{ provedAt: Date | null }>(ctx, sql, [ctx.clinicId]);
  return Boolean(clinic?.provedAt);
}
