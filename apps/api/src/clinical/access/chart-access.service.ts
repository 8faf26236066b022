import type { Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { PractitionersService } from '../../identity/index.js';
import { PatientsService } from '../../patients/index.js';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  InvalidProblem,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  toPage,
  type TxCtx,
} from '../../platform/index.js';
import { ChartClosedError } from '../clinical.errors.js';
import { caller, caresFor } from './care.sql.js';
import type { ChartAccessDto, ChartAccessQuery, OpenChartDto } from './chart-access.dto.js';
import { ChartAccess } from './chart-access.entity.js';

const COLUMNS = `id, patient_id AS "patientId", user_id AS "userId", kind, reason, given_by AS "givenBy", given_at AS "givenAt",
  expires_at AS "expiresAt", reviewed_by AS "reviewedBy", reviewed_at AS "reviewedAt", version`;
const OVERRIDE_HOURS = 24;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The circle of care beyond visits: grants by colleagues and overrides with a reason, which somebody reviews. */
@Injectable()
export class ChartAccessService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly patients: PatientsService,
    private readonly practitioners: PractitionersService,
  ) {}

  /** Refuses those without a care relationship. @throws NotFoundProblem, ChartClosedError */
  async assertCare(ctx: Ctx, patientId: string): Promise<void> {
    const sql = `SELECT ${caresFor('p.id')} AS open FROM patient_card p WHERE p.id = $3`;
    const [row] = await this.db.read<{ open: boolean }>(ctx, NOT_PERSONAL, sql, [...caller(ctx), patientId]);
    if (!row) throw new NotFoundProblem('patient');
    if (!row.open) throw new ChartClosedError(patientId);
  }

  async open(ctx: Ctx, patientId: string, dto: OpenChartDto): Promise<ChartAccessDto> {
    return this.db.tx(ctx, async (ctx) => {
      await this.patients.get(ctx, patientId);
      return dto.practitionerId ? this.grant(ctx, patientId, dto.practitionerId, dto.reason) : this.override(ctx, patientId, dto.reason);
    });
  }

  async list(ctx: Ctx, query: ChartAccessQuery): Promise<Page<ChartAccessDto>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? [LAST_ID];
    const unreviewed = query.unreviewed === 'true' ? 'AND reviewed_at IS NULL' : '';
    const sql = `SELECT ${COLUMNS} FROM chart_access WHERE id < $1::uuid ${unreviewed} ORDER BY id DESC LIMIT $2`;
    const access = { what: 'chart-access', patients: 'patientId' };
    const rows = await this.db.read<ChartAccessDto>(ctx, access, sql, [before, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<ChartAccessDto> {
    const access = { what: 'chart-access', patients: 'patientId' };
    const [row] = await this.db.read<ChartAccessDto>(ctx, access, `SELECT ${COLUMNS} FROM chart_access WHERE id = $1`, [id]);
    if (!row) throw new NotFoundProblem('chart access');
    return row;
  }

  /** Notes that somebody has looked at the reason; a second review changes nothing. */
  async review(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<ChartAccessDto> {
    return this.change(ctx, id, ifMatch, (current) =>
      current.reviewedAt ? undefined : { reviewedBy: ctx.actor.id, reviewedAt: now(ctx) },
    );
  }

  /** Closes the chart to the person again, unless a visit opens it. */
  async end(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<ChartAccessDto> {
    return this.change(ctx, id, ifMatch, (current) =>
      current.expiresAt && current.expiresAt <= now(ctx) ? undefined : { expiresAt: now(ctx) },
    );
  }

  private async change(
    ctx: Ctx,
    id: string,
    ifMatch: IfMatchValue,
    change: (current: ChartAccessDto) => Partial<ChartAccess> | undefined,
  ): Promise<ChartAccessDto> {
    return this.db.tx(ctx, async (ctx) => {
      await ctx.tx.query('SELECT 1 FROM chart_access WHERE id = $1 FOR UPDATE', [id]);
      const current = await this.get(ctx, id);
      assertVersion(ifMatch, current.version, current);
      const values = change(current);
      if (!values) return current;
      await ctx.tx.getRepository(ChartAccess).update({ clinicId: ctx.clinicId, id }, { ...values, version: current.version + 1 });
      await this.audit.add(ctx, { what: 'chart-access', action: 'update', patientId: current.patientId, entityId: id });
      return this.get(ctx, id);
    });
  }

  private async grant(ctx: TxCtx, patientId: string, practitionerId: string, reason: string): Promise<ChartAccessDto> {
    await this.assertCare(ctx, patientId);
    const { userId } = await this.practitioners.get(ctx, practitionerId);
    if (!userId) {
      throw new InvalidProblem([{ pointer: '/practitionerId', detail: 'This practitioner has not accepted their invitation yet.' }]);
    }
    return this.add(ctx, { patientId, userId, kind: 'grant', reason, expiresAt: null });
  }

  private async override(ctx: TxCtx, patientId: string, reason: string): Promise<ChartAccessDto> {
    const expiresAt = new Date(now(ctx).getTime() + OVERRIDE_HOURS * 3_600_000);
    return this.add(ctx, { patientId, userId: ctx.actor.id, kind: 'override', reason, expiresAt });
  }

  private async add(ctx: TxCtx, row: Pick<ChartAccess, 'patientId' | 'userId' | 'kind' | 'reason' | 'expiresAt'>): Promise<ChartAccessDto> {
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
    return this.get(ctx, id);
  }
}
