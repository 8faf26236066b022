import { Injectable } from '@nestjs/common';
import { keepMembersAs, PractitionersService } from '../../identity/index.js';
import { PatientsService } from '../../patients/index.js';
import {
  Audit,
  type Ctx,
  Db,
  InvalidProblem,
  loginBehind,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  Outbox,
  sent,
  type TxCtx,
} from '../../platform/index.js';
import { ChartClosedError, EmergencyLimitError, GrantNotYoursError, OwnerLetsInError } from '../clinical.errors.js';
import { OVERRIDE_MINUTES, OVERRIDES_AN_HOUR } from './care-window.js';
import { caller, openedBy, stopped } from './care.sql.js';
import type { ChartAccessDto, OpenChartDto } from './chart-access.dto.js';
import { ChartAccess } from './chart-access.entity.js';
import { ChartReviews } from './chart-reviews.js';
import { LETS_OTHERS_IN, takeTurnOf } from './let-in.js';
import { isRealReason } from './real-reason.js';

type NewAccess = Pick<ChartAccess, 'patientId' | 'userId' | 'kind' | 'reason' | 'expiresAt'>;

interface Said {
  id: string;
  patientId: string;
  reason: string | null;
  action: 'create' | 'override';
}

const EMERGENCIES = `SELECT count(*)::integer AS opened, extract(epoch FROM min(given_at) - $3::timestamptz + interval '1 hour')::integer AS "nextIn",
    (array_agg(id ORDER BY expires_at DESC) FILTER (WHERE patient_id = $2 AND expires_at > now() AND expires_at > $3))[1] AS "openOne"
  FROM chart_access WHERE user_id = $1 AND kind = 'override' AND given_at > $3::timestamptz - interval '1 hour'`;

interface Emergencies {
  opened: number;
  /** Seconds until the first of them is an hour old. */
  nextIn: number | null;
  /** The one that opens this chart. */
  openOne: string | null;
}

/** The circle of care beyond appointments: grants by colleagues and overrides with a reason, which somebody reviews. */
@Injectable()
export class ChartAccessService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly patients: PatientsService,
    private readonly practitioners: PractitionersService,
    private readonly reviews: ChartReviews,
  ) {}

  /** Refuses those without a care relationship, and says what it is to the others. @throws NotFoundProblem, ChartClosedError */
  async assertCare(ctx: Ctx, patientId: string): Promise<string> {
    const sql = `SELECT ${openedBy('p.id')} AS opened FROM patient_card p WHERE p.id = $3`;
    const [row] = await this.db.read<{ opened: { by: string } | null }>(ctx, NOT_PERSONAL, sql, [...caller(ctx), patientId]);
    if (!row) throw new NotFoundProblem('patient');
    if (!row.opened) throw new ChartClosedError(patientId, await this.reviews.findingOf(ctx, patientId));
    return row.opened.by;
  }

  async open(ctx: Ctx, patientId: string, dto: OpenChartDto): Promise<ChartAccessDto> {
    return this.db.tx(ctx, async (ctx) => {
      // What they let in ends with their rights: neither is done past the other.
      await keepMembersAs(ctx, 'chart:read');
      await this.patients.get(ctx, patientId);
      if (!isRealReason(dto.reason)) {
        throw new InvalidProblem([{ pointer: '/reason', detail: 'Say in a few words why you need it: somebody will review it.' }]);
      }
      return dto.practitionerId ? this.grant(ctx, patientId, dto.practitionerId, dto.reason) : this.override(ctx, patientId, dto.reason);
    });
  }

  private async grant(ctx: TxCtx, patientId: string, practitionerId: string, reason: string): Promise<ChartAccessDto> {
    takeTurnOf(ctx, patientId);
    const by = await this.assertCare(ctx, patientId);
    const userId = await this.practitioners.clinician(ctx, practitionerId);
    if (!LETS_OTHERS_IN.includes(by) || userId === loginBehind(ctx)) throw new GrantNotYoursError();
    const sql = `SELECT ${stopped('$1::uuid', '$2::uuid')} AS stopped`;
    const [found] = await this.db.read<{ stopped: boolean }>(ctx, NOT_PERSONAL, sql, [userId, patientId]);
    if (found?.stopped && by !== 'chart_right') throw new OwnerLetsInError();
    return this.add(ctx, { patientId, userId, kind: 'grant', reason, expiresAt: null });
  }

  /**
   * Every owner gets a mail of each. So a chart that this person has open by an emergency already stays open and makes no second mail (the
   * reason of this time is kept), and within an hour a person opens only so many.
   * @throws EmergencyLimitError
   */
  private async override(ctx: TxCtx, patientId: string, reason: string): Promise<ChartAccessDto> {
    const userId = ctx.actor.id;
    sent(ctx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`emergencies ${ctx.clinicId} ${userId}`]);
    const params = [userId, patientId, now(ctx)];
    const [found] = await this.db.read<Emergencies>(ctx, NOT_PERSONAL, EMERGENCIES, params);
    if (found?.openOne) return this.said(ctx, { id: found.openOne, patientId, reason, action: 'override' });
    if (found && found.opened >= OVERRIDES_AN_HOUR) throw new EmergencyLimitError(OVERRIDES_AN_HOUR, Math.max(found.nextIn ?? 0, 1));
    const expiresAt = new Date(now(ctx).getTime() + OVERRIDE_MINUTES * 60_000);
    const access = await this.add(ctx, { patientId, userId, kind: 'override', reason, expiresAt });
    await this.outbox.add(ctx, 'chart.opened', { chartAccessId: access.id, patientId, userId });
    return access;
  }

  private async add(ctx: TxCtx, row: NewAccess): Promise<ChartAccessDto> {
    const id = newId();
    const given = { givenByType: ctx.actor.type, givenBy: ctx.actor.id, givenAt: now(ctx) };
    await ctx.tx.getRepository(ChartAccess).insert({ clinicId: ctx.clinicId, id, ...row, ...given });
    return this.said(ctx, { id, patientId: row.patientId, reason: row.reason, action: row.kind === 'override' ? 'override' : 'create' });
  }

  private async said(ctx: TxCtx, { id, patientId, reason, action }: Said): Promise<ChartAccessDto> {
    await this.audit.add(ctx, { what: 'chart-access', action, patientId, entityId: id, reason });
    return this.reviews.get(ctx, id);
  }
}
