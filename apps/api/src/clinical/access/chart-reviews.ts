import type { Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { keepMembersAs, takeMembers } from '../../identity/index.js';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  InvalidProblem,
  loginBehind,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  toPage,
  type TxCtx,
} from '../../platform/index.js';
import { type ChartFinding, OwnAccessError } from '../clinical.errors.js';
import { findingStands } from './care.sql.js';
import type { ChartAccessDto, ChartAccessQuery, ReviewChartAccessDto } from './chart-access.dto.js';
import { ChartAccess, type FindingBefore } from './chart-access.entity.js';
import { endAsFound, endLeaning, endLetIn, takeTurnOf } from './let-in.js';
import { atItsTime, queueLeftOut, queueStandingAt, WAITS } from './own-bookings.js';

// The last parameter: whether the caller may know the patient's name.
const select = (named: string) => `SELECT a.id, a.patient_id AS "patientId",
    CASE WHEN ${named}::boolean THEN trim(p.first_name || ' ' || p.last_name) END AS "patientName",
    a.user_id AS "userId", who.display_name AS "userName", a.kind, a.reason, a.appointment_id AS "appointmentId",
    a.given_by AS "givenBy", a.given_at AS "givenAt", a.expires_at AS "expiresAt", a.reviewed_by AS "reviewedBy",
    rev.display_name AS "reviewerName", a.reviewed_at AS "reviewedAt", a.review_outcome AS "reviewOutcome",
    a.review_comment AS "reviewComment", a.version
  FROM chart_access a JOIN patient_card p ON p.clinic_id = a.clinic_id AND p.id = a.patient_id
    LEFT JOIN member_card who ON who.clinic_id = a.clinic_id AND who.user_id = a.user_id
    LEFT JOIN member_card rev ON rev.clinic_id = a.clinic_id AND rev.user_id::text = a.reviewed_by`;
/** The comment is for those who review: the person is told by whom, and asks them. */
const FINDING = `SELECT a.kind, a.given_at AS "openedAt", a.reviewed_at AS "reviewedAt", rev.display_name AS "reviewerName"
  FROM chart_access a LEFT JOIN member_card rev ON rev.clinic_id = a.clinic_id AND rev.user_id::text = a.reviewed_by
  WHERE a.user_id = $1::uuid AND a.patient_id = $2::uuid AND ${findingStands('a')}
  ORDER BY a.reviewed_at DESC LIMIT 1`;
const ACCESS = { what: 'chart-access', patients: 'patientId' };
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** As if nobody had looked yet. */
const UNREVIEWED = { reviewedBy: null, reviewedAt: null, reviewOutcome: null, reviewComment: null };

/** What a row keeps whatever is found of it later: when it was ended by itself, and first found to be so; and the finding before a slip. */
type Remembered = Record<'ended' | 'justified' | 'unjustified', Date | null> & { before: FindingBefore | null };
const REMEMBERED = `SELECT ended_at AS ended, justified_since AS justified, unjustified_since AS unjustified, finding_before AS before
  FROM chart_access WHERE id = $1`;

type Change = Partial<Omit<ChartAccess, 'expiresAt' | 'endedAt'>> & { expiresAt?: () => string; endedAt?: () => string };

/** The queue of openings that somebody must look at, and what they found. */
@Injectable()
export class ChartReviews {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(ctx: Ctx, query: ChartAccessQuery): Promise<Page<ChartAccessDto>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? [LAST_ID];
    // What nobody need look at is shown nowhere: a clinic's practitioners book their own patients all day.
    const shown = query.unreviewed === 'true' ? WAITS : `(a.reviewed_at IS NOT NULL OR ${WAITS})`;
    const sql = `${select('$3')} WHERE a.id < $1::uuid AND ${shown} ORDER BY a.id DESC LIMIT $2`;
    const rows = await this.db.read<ChartAccessDto>(ctx, ACCESS, sql, [before, query.limit + 1, ctx.permissions.has('patient:read')]);
    return toPage(rows, query, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<ChartAccessDto> {
    const params = [id, ctx.permissions.has('patient:read')];
    const [row] = await this.db.read<ChartAccessDto>(ctx, ACCESS, `${select('$2')} WHERE a.id = $1`, params);
    if (!row) throw new NotFoundProblem('chart access');
    return row;
  }

  /** What still stands against what the person who asks gives themselves at this patient; a key is told nothing. */
  async findingOf(ctx: Ctx, patientId: string): Promise<ChartFinding | undefined> {
    if (ctx.actor.type !== 'user') return undefined;
    const [finding] = await this.db.read<ChartFinding>(ctx, NOT_PERSONAL, FINDING, [ctx.actor.id, patientId]);
    return finding;
  }

  /**
   * Says what was found, and says it anew where that was a slip: each time is an entry of the audit. An unjustified opening ends,
   * with what its reader gave to others, and what they give themselves opens nothing from then on. Found justified after all, only
   * the latter comes back, unless somebody had ended it by itself. That it was justified is taken back with all that leant on it.
   * @throws OwnAccessError
   */
  async review(ctx: Ctx, id: string, dto: ReviewChartAccessDto, ifMatch: IfMatchValue): Promise<ChartAccessDto> {
    const { outcome = 'justified', comment = null } = dto;
    return this.db.tx(ctx, async (ctx) => {
      // Whoever books meanwhile may lean on what this takes back, as where an opening is ended.
      await (outcome === 'justified' ? keepMembersAs : takeMembers)(ctx, 'audit:read');
      return this.change(ctx, id, ifMatch, async (current) => {
        const own = [loginBehind(ctx), ctx.actor.id];
        if (own.includes(current.givenBy) || (await this.speaksForReader(ctx, current))) throw new OwnAccessError();
        const reviewedBy = loginBehind(ctx) ?? ctx.actor.id;
        const remembered = await this.remembered(ctx, id);
        if (outcome === 'withdrawn') return withdrawn(ctx, current, { comment, before: remembered.before });
        if (current.reviewOutcome === outcome) return dto.comment === undefined ? undefined : reworded(current, { reviewedBy, comment });
        const found = {
          reviewedBy,
          reviewedAt: now(ctx),
          reviewOutcome: outcome,
          reviewComment: comment,
          [`${outcome}Since` as const]: remembered[outcome] ?? now(ctx),
        };
        if (outcome === 'unjustified') return { ...found, findingBefore: null, ...ended(ctx, current) };
        if (!current.reviewOutcome || !current.reviewedAt) return found;
        const { reviewedAt, reviewComment } = current;
        const findingBefore = { reviewedBy: current.reviewedBy, reviewedAt: reviewedAt.toISOString(), reviewComment };
        // What somebody was given for a while or by others has ended for good; their own appointment counts again.
        return { ...found, findingBefore, ...(current.kind === 'own_booking' && { expiresAt: () => UNLESS_ENDED }) };
      });
    });
  }

  /** Closes the chart to the person again, unless something else opens it. */
  async end(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<ChartAccessDto> {
    return this.db.tx(ctx, async (ctx) => {
      // Whoever books meanwhile leans on what this ends: they are before it, and queued by it, or after it, and queued by themselves.
      await takeMembers(ctx, 'audit:read');
      return this.change(ctx, id, ifMatch, async (current) => {
        const over = ended(ctx, current);
        // What only its finding ended is ended by itself from here on, once.
        const anew = over ?? (current.reviewOutcome === 'unjustified' && !(await this.remembered(ctx, id)).ended);
        return anew ? { ...over, endedAt: () => 'now()' } : undefined;
      });
    });
  }

  private async remembered(ctx: TxCtx, id: string): Promise<Partial<Remembered>> {
    const [row] = await ctx.tx.query<Remembered[]>(REMEMBERED, [id]);
    return row ?? {};
  }

  /** The reviewer is the reader, or was brought in by them. */
  private async speaksForReader(ctx: TxCtx, { userId }: ChartAccessDto): Promise<boolean> {
    const sql = 'SELECT $2::uuid = ANY (voices_of($1, $3)) AS own';
    const [found] = await ctx.tx.query<{ own: boolean | null }[]>(sql, [ctx.clinicId, loginBehind(ctx), userId]);
    return found?.own ?? false;
  }

  /** A finding that is another now was never one: what was done on it is looked at as if it had not been made. */
  private async takeBack(ctx: TxCtx, access: ChartAccessDto, instead: ChartAccessDto['reviewOutcome']): Promise<void> {
    if (access.reviewOutcome !== 'justified') return;
    if (access.kind === 'grant') await endAsFound(ctx, this.audit, access);
    await endLeaning(ctx, this.audit, access.patientId);
    // It had vouched for what its reader gave themselves, or lifted that it stops them.
    if (access.kind === 'own_booking' || instead === 'unjustified') queueLeftOut(ctx, access);
  }

  private async change(
    ctx: TxCtx,
    id: string,
    ifMatch: IfMatchValue,
    change: (current: ChartAccessDto) => Promise<Change | undefined>,
  ): Promise<ChartAccessDto> {
    takeTurnOf(ctx, (await this.get(ctx, id)).patientId);
    await ctx.tx.query('SELECT 1 FROM chart_access WHERE id = $1 FOR UPDATE', [id]);
    const current = await this.get(ctx, id);
    assertVersion(ctx, ifMatch, { current, readBy: 'audit:read', shows: { what: 'chart-access', patientIds: [current.patientId] } });
    const values = await change(current);
    if (!values) return current;
    await ctx.tx.getRepository(ChartAccess).update({ clinicId: ctx.clinicId, id }, { ...values, version: current.version + 1 });
    const { reviewOutcome } = values;
    if (reviewOutcome === 'unjustified') await endLetIn(ctx, this.audit, current.patientId, current.userId);
    if (reviewOutcome === null) atItsTime(ctx, current);
    // What leant on its review, or was kept back because it outlasts the rest, stands alone from here on.
    if (reviewOutcome === undefined || current.reviewOutcome === 'justified') queueStandingAt(ctx, current);
    if (reviewOutcome !== undefined) await this.takeBack(ctx, current, reviewOutcome);
    // Only a finding that is made says since when.
    const made = values.justifiedSince ?? values.unjustifiedSince;
    const reason = reviewOutcome === undefined || made ? (reviewOutcome ?? null) : 'finding-withdrawn';
    await this.audit.add(ctx, { what: 'chart-access', action: 'update', patientId: current.patientId, entityId: id, reason });
    return this.get(ctx, id);
  }
}

/** Leaves what had been found before, or that nothing was. */
function withdrawn(
  ctx: Ctx,
  current: ChartAccessDto,
  { comment, before }: { comment: string | null; before?: FindingBefore | null | undefined },
): Change | undefined {
  if (comment) throw new InvalidProblem([{ pointer: '/comment', detail: 'goes with a finding; one that is withdrawn leaves none' }]);
  if (current.reviewOutcome !== 'justified') return undefined;
  if (!before) return { ...UNREVIEWED };
  const found = { ...before, reviewedAt: new Date(before.reviewedAt), reviewOutcome: 'unjustified' as const };
  return { ...found, findingBefore: null, ...ended(ctx, current) };
}

/** The same finding in other words, which are those of whoever made it. */
function reworded(current: ChartAccessDto, said: { reviewedBy: string; comment: string | null }): Change | undefined {
  if ((said.comment || null) === (current.reviewComment || null)) return undefined;
  if (said.reviewedBy === current.reviewedBy) return { reviewComment: said.comment };
  throw new InvalidProblem([{ pointer: '/comment', detail: 'stands with the finding of somebody else, who may change it' }]);
}

/** What somebody ended by itself stays ended. */
const UNLESS_ENDED = 'CASE WHEN ended_at IS NOT NULL THEN expires_at END';

/** At once, by the clock that every read asks. What has run out already stays as it is. */
function ended(ctx: Ctx, { expiresAt }: ChartAccessDto): { expiresAt: () => string } | undefined {
  return expiresAt && expiresAt <= now(ctx) ? undefined : { expiresAt: () => 'now()' };
}
