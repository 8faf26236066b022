import { type Audit, sent, type TxCtx } from '../../platform/index.js';

/** Whoever lets somebody into a chart, or reviews who was, waits for the others who do: a grant never slips past a finding. */
export function takeTurnOf(ctx: TxCtx, patientId: string): void {
  sent(ctx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`chart ${patientId}`]);
}

/** Who was let in by somebody, and by those, unless a review found it justified. */
const END = `
  WITH RECURSIVE let_in AS (
    SELECT g.id, g.user_id, g.given_at FROM chart_access g
    WHERE g.patient_id = $1 AND g.kind = 'grant' AND g.given_by = $2 AND g.review_outcome IS DISTINCT FROM 'justified'
    UNION
    SELECT g.id, g.user_id, g.given_at FROM chart_access g JOIN let_in l ON g.given_by = l.user_id::text AND g.given_at >= l.given_at
    WHERE g.patient_id = $1 AND g.kind = 'grant' AND g.review_outcome IS DISTINCT FROM 'justified')
  UPDATE chart_access c SET expires_at = now(), version = version + 1 FROM let_in
  WHERE c.id = let_in.id AND (c.expires_at IS NULL OR c.expires_at > now()) RETURNING c.id`;

/** Ends what somebody gave to others of this chart, and what those gave further. */
export async function endLetIn(ctx: TxCtx, audit: Audit, patientId: string, userId: string): Promise<void> {
  const [ended] = await ctx.tx.query<[{ id: string }[], number]>(END, [patientId, userId]);
  for (const { id } of ended) {
    await audit.add(ctx, { what: 'chart-access', action: 'update', patientId, entityId: id, reason: 'giver-unjustified' });
  }
}
