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
  type TxCtx,
} from '../../platform/index.js';
import { ChartClosedError, GrantNotYoursError, OwnerLetsInError } from '../clinical.errors.js';
import { OVERRIDE_MINUTES } from './care-window.js';
import { caller, openedBy, stopped } from './care.sql.js';
import type { ChartAccessDto, OpenChartDto } from './chart-access.dto.js';
import { ChartAccess } from './chart-access.entity.js';
import { ChartReviews } from './chart-reviews.js';
import { takeTurnOf } from './let-in.js';
import { isRealReason } from './real-reason.js';

type NewAccess = Pick<ChartAccess, 'patientId' | 'userId' | 'kind' | 'reason' | 'expiresAt'>;

/** What lets a colleague in: care that is more than an emergency, or one’s own word for it. */
const LETS_OTHERS_IN: readonly string[] = ['chart_right', 'grant', 'visit'];

/** The circle of care beyond visits: grants by colleagues and overrides with a reason, which somebody reviews. */
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

  private async override(ctx: TxCtx, patientId: string, reason: string): Promise<ChartAccessDto> {
    const expiresAt = new Date(now(ctx).getTime() + OVERRIDE_MINUTES * 60_000);
    const access = await this.add(ctx, { patientId, userId: ctx.actor.id, kind: 'override', reason, expiresAt });
    await this.outbox.add(ctx, 'chart.opened', { chartAccessId: access.id, patientId, userId: ctx.actor.id });
    return access;
  }

  private async add(ctx: TxCtx, row: NewAccess): Promise<ChartAccessDto> {
    const id = newId();
    const given = { givenByType: ctx.actor.type, givenBy: ctx.actor.id, givenAt: now(ctx) };
    await ctx.tx.getRepository(ChartAccess).insert({ clinicId: ctx.clinicId, id, ...row, ...given });
    await this.audit.add(ctx, {
      what: 'chart-access',
      action: row.kind === 'override' ? 'override' : 'create',
      patientId: row.patientId,
      entityId: id,
      reason: row.reason,
    });
    return this.reviews.get(ctx, id);
  }
}
