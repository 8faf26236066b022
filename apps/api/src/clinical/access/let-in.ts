import { type Audit, sent, type TxCtx } from '../../platform/index.js';
import { findingStands, lapsed, openedBy } from './care.sql.js';

/** What lets a colleague in: care that is more than an emergency, or one’s own word for it. */
export const LETS_OTHERS_IN: readonly string[] = ['chart_right', 'grant', 'appointment'];

/** Whoever lets somebody into a chart, or reviews who was, waits for the others who do: a grant never slips past a finding. */
export function takeTurnOf(ctx: TxCtx, patientId: string): void {
  sent(ctx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`chart ${patientId}`]);
}

/** A grant `g` that no review found justified. */
const UNVOUCHED = "g.patient_id = $1 AND g.kind = 'grant' AND g.review_outcome IS DISTINCT FROM 'justified'";
const OPEN = (row: string) => `(${row}.expires_at IS NULL OR ${row}.expires_at > now())`;

/** Who was let in by somebody until then, and by those, unless a review found it justified. */
const END = `
  WITH RECURSIVE let_in AS (
    SELECT g.id, g.user_id, g.given_at FROM chart_access g WHERE ${UNVOUCHED} AND g.given_by = $2 AND g.given_at <= $3
    UNION
    SELECT g.id, g.user_id, g.given_at FROM chart_access g JOIN let_in l ON g.given_by = l.user_id::text AND g.given_at >= l.given_at
    WHERE ${UNVOUCHED} AND g.given_at <= $3)
  UPDATE chart_access c SET expires_at = now(), version = version + 1 FROM let_in
  WHERE c.id = let_in.id AND ${OPEN('c')} RETURNING c.id`;

/** Ends what somebody gave to others of this chart, and what those gave further; of all that was given, or as of then. */
export async function endLetIn(ctx: TxCtx, audit: Audit, patientId: string, userId: string, until?: Date): Promise<void> {
  const [ended] = await ctx.tx.query<[{ id: string }[], number]>(END, [patientId, userId, until ?? 'infinity']);
  await sayEnded(ctx, audit, patientId, ended, 'giver-unjustified');
}

const FOUND_SINCE = `SELECT user_id AS "userId", max(at) AS until FROM (
    SELECT user_id, unnest(ARRAY[unjustified_since, CASE WHEN review_outcome = 'unjustified' THEN reviewed_at END]) AS at
    FROM chart_access WHERE patient_id = $1 AND unjustified_since IS NOT NULL) found
  WHERE at >= $2 GROUP BY user_id`;

/** What was found unjustified since a grant was given and passed it by, since that was held to be justified, ends it now. */
export async function endAsFound(ctx: TxCtx, audit: Audit, grant: { patientId: string; givenAt: Date }): Promise<void> {
  const found = await ctx.tx.query<{ userId: string; until: Date }[]>(FOUND_SINCE, [grant.patientId, grant.givenAt]);
  for (const { userId, until } of found) await endLetIn(ctx, audit, grant.patientId, userId, until);
}

interface Doubtful {
  id: string;
  givenBy: string;
  /** It was given to somebody whom an earlier finding stopped, by one who could not. */
  barred: boolean;
}

/**
 * What was given on this chart since a finding was made that is made no more: by its reader, and by those whom they let in; and to a
 * reader whom an earlier finding stops, which that one had lifted, after which only the chart right lets them in. Of all such findings,
 * not only of the one that is taken back now: while another stood in for it, what leant on it was left.
 */
const DOUBTFUL = `
  WITH RECURSIVE lapsed AS MATERIALIZED (
    SELECT j.id, j.user_id, j.kind, j.given_at, j.justified_since FROM chart_access j WHERE j.patient_id = $1 AND ${lapsed('j')}),
  leant AS (
    SELECT g.id, g.user_id, g.given_at FROM chart_access g JOIN lapsed j ON g.given_by = j.user_id::text AND g.given_at >= j.justified_since
    WHERE ${UNVOUCHED} AND j.kind = 'own_booking'
    UNION
    SELECT g.id, g.user_id, g.given_at FROM chart_access g JOIN leant l ON g.given_by = l.user_id::text AND g.given_at >= l.given_at
    WHERE ${UNVOUCHED}),
  barred AS (
    SELECT g.id FROM chart_access g WHERE ${UNVOUCHED}
      AND EXISTS (SELECT 1 FROM chart_access x JOIN lapsed j ON j.user_id = x.user_id
        AND (j.id = x.id OR j.kind = 'own_booking' AND j.given_at > x.given_at)
        WHERE x.user_id = g.user_id AND x.patient_id = g.patient_id AND ${findingStands('x')}
          AND x.unjustified_since <= g.given_at AND j.justified_since <= g.given_at)
      AND NOT EXISTS (SELECT 1 FROM staff_card s WHERE s.user_id::text = g.given_by AND s.chart_right))
  SELECT g.id, g.given_by AS "givenBy", g.id IN (SELECT id FROM barred) AS barred FROM chart_access g
  WHERE g.id IN (SELECT id FROM leant UNION SELECT id FROM barred) AND ${OPEN('g')}`;

/** Why the chart is open to $2, without the grants $4. */
const WITHOUT = `SELECT ${openedBy('$3::uuid', 'g.id <> ALL ($4::uuid[])')} AS opened`;
const END_THESE = `UPDATE chart_access SET expires_at = now(), version = version + 1 WHERE id = ANY ($1::uuid[]) RETURNING id`;

/**
 * Ends what could not have been given without findings that are taken back. Whoever may let others in by something else keeps what
 * they gave; that two let one another in is nothing else.
 */
export async function endLeaning(ctx: TxCtx, audit: Audit, patientId: string): Promise<void> {
  let doubtful = await ctx.tx.query<Doubtful[]>(DOUBTFUL, [patientId]);
  for (;;) {
    const able = await ableWithout(ctx, patientId, doubtful);
    const left = doubtful.filter(({ givenBy, barred }) => barred || !able.has(givenBy));
    if (left.length === doubtful.length) break;
    doubtful = left;
  }
  if (doubtful.length === 0) return;
  const [ended] = await ctx.tx.query<[{ id: string }[], number]>(END_THESE, [doubtful.map((grant) => grant.id)]);
  await sayEnded(ctx, audit, patientId, ended, 'leant-on-finding');
}

/** Who of their givers may let others in without them. */
async function ableWithout(ctx: TxCtx, patientId: string, grants: readonly Doubtful[]): Promise<Set<string>> {
  const ids = grants.map((grant) => grant.id);
  const able = new Set<string>();
  for (const giver of new Set(grants.map(({ givenBy }) => givenBy))) {
    const [row] = await ctx.tx.query<{ opened: { by: string } | null }[]>(WITHOUT, [false, giver, patientId, ids]);
    if (row?.opened && LETS_OTHERS_IN.includes(row.opened.by)) able.add(giver);
  }
  return able;
}

async function sayEnded(ctx: TxCtx, audit: Audit, patientId: string, ended: readonly { id: string }[], reason: string): Promise<void> {
  for (const { id } of ended) await audit.add(ctx, { what: 'chart-access', action: 'update', patientId, entityId: id, reason });
}
