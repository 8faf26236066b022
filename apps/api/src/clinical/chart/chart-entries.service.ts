import type { Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
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
  violatedConstraint,
} from '../../platform/index.js';
import { caller, caresFor } from '../access/care.sql.js';
import { ChartAccessService } from '../access/chart-access.service.js';
import { ChartClosedError, ExternalIdTakenError } from '../clinical.errors.js';
import type { EntriesQuery } from './chart-entries.dto.js';
import { columnsOf, type EntryKind } from './entry-kinds.js';

interface Entry {
  id: string;
  patientId: string;
  version: number;
}
interface NewEntry {
  patientId: string;
  externalId?: string | null;
}
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Problems, allergies and medications: three tables that differ by their columns alone. */
@Injectable()
export class ChartEntriesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly access: ChartAccessService,
  ) {}

  async create<Dto extends Entry, New extends NewEntry>(ctx: Ctx, kind: EntryKind<Dto, New>, dto: New): Promise<Dto> {
    assertInOrder(dto);
    const id = newId();
    try {
      return await this.db.tx(ctx, async (ctx) => {
        await this.access.assertCare(ctx, dto.patientId);
        const columns = this.columns(kind, { ...kind.defaults, ...dto });
        const own = { clinic_id: ctx.clinicId, id, patient_id: dto.patientId, external_id: dto.externalId ?? null };
        const row = { ...own, ...columns, recorded_by: ctx.actor.id, recorded_at: now(ctx) };
        const names = Object.keys(row);
        const slots = names.map((_, at) => `$${at + 1}`);
        await ctx.tx.query(`INSERT INTO ${kind.table} (${names.join(', ')}) VALUES (${slots.join(', ')})`, Object.values(row));
        await this.audit.add(ctx, { what: kind.what, action: 'create', patientId: dto.patientId, entityId: id });
        return this.reread(ctx, kind, id);
      });
    } catch (error) {
      if (violatedConstraint(error) !== `${kind.table}_external_id`) throw error;
      const sql = `SELECT id, patient_id AS "patientId" FROM ${kind.table} WHERE external_id = $1`;
      const [taken] = await this.db.read<{ id: string }>(ctx, { what: kind.what, patients: 'patientId' }, sql, [dto.externalId]);
      throw new ExternalIdTakenError(kind.noun, taken?.id);
    }
  }

  async list<Dto extends Entry, New>(ctx: Ctx, kind: EntryKind<Dto, New>, query: EntriesQuery): Promise<Page<Dto>> {
    await this.access.assertCare(ctx, query.patientId);
    const [after] = decodeCursor(query.cursor, 'uuid') ?? [FIRST_ID];
    const params: unknown[] = [query.patientId, after, query.limit + 1];
    const imported = query.externalId === undefined ? '' : `AND e.external_id = $${params.push(query.externalId)}`;
    const sql = `SELECT ${columnsOf(kind, 'e')} FROM ${kind.table} e
      WHERE e.patient_id = $1 AND e.id > $2::uuid ${imported} ORDER BY e.id LIMIT $3`;
    const rows = await this.db.read<Dto>(ctx, { what: kind.what, patient: query.patientId }, sql, params);
    return toPage(rows, query, (row) => [row.id]);
  }

  /** @throws NotFoundProblem, ChartClosedError */
  async get<Dto extends Entry, New>(ctx: Ctx, kind: EntryKind<Dto, New>, id: string): Promise<Dto> {
    const sql = `SELECT ${columnsOf(kind, 'e')} FROM ${kind.table} e WHERE e.id = $3 AND ${caresFor('e.patient_id')}`;
    const [row] = await this.db.read<Dto>(ctx, { what: kind.what, patients: 'patientId' }, sql, [...caller(ctx), id]);
    if (row) return row;
    const there = `SELECT patient_id AS "patientId" FROM ${kind.table} WHERE id = $1`;
    const [closed] = await this.db.read<{ patientId: string }>(ctx, NOT_PERSONAL, there, [id]);
    throw closed ? new ChartClosedError(closed.patientId) : new NotFoundProblem(kind.noun);
  }

  async update<Dto extends Entry, New>(
    ctx: Ctx,
    kind: EntryKind<Dto, New>,
    id: string,
    dto: Partial<New>,
    ifMatch: IfMatchValue,
  ): Promise<Dto> {
    return this.db.tx(ctx, async (ctx) => {
      await ctx.tx.query(`SELECT 1 FROM ${kind.table} WHERE id = $1 FOR UPDATE`, [id]);
      const current = await this.get(ctx, kind, id);
      assertVersion(ctx, ifMatch, { current, readBy: 'chart:read', shows: { what: kind.what, patientIds: [current.patientId] } });
      assertInOrder({ ...current, ...dto });
      const columns = { ...this.columns(kind, dto), version: current.version + 1 };
      const sets = Object.keys(columns).map((column, at) => `${column} = $${at + 2}`);
      await ctx.tx.query(`UPDATE ${kind.table} SET ${sets.join(', ')} WHERE id = $1`, [id, ...Object.values(columns)]);
      await this.audit.add(ctx, { what: kind.what, action: 'update', patientId: current.patientId, entityId: id });
      return this.reread(ctx, kind, id);
    });
  }

  private async reread<Dto extends Entry, New>(ctx: TxCtx, kind: EntryKind<Dto, New>, id: string): Promise<Dto> {
    const sql = `SELECT ${columnsOf(kind, 'e')} FROM ${kind.table} e WHERE e.id = $1`;
    const [row] = await this.db.read<Dto>(ctx, { what: kind.what, patients: 'patientId', toChange: true }, sql, [id]);
    if (!row) throw new NotFoundProblem(kind.noun);
    return row;
  }

  /** The sent fields by their columns; what was not sent is not touched. */
  private columns<Dto, New>(kind: EntryKind<Dto, New>, dto: Partial<New>): Record<string, unknown> {
    const sent = Object.entries<unknown>(dto as Record<string, unknown>).filter(
      ([field, value]) => field in kind.fields && value !== undefined,
    );
    const columnOf: Readonly<Record<string, string>> = kind.fields;
    return Object.fromEntries(
      sent.map(([field, value]) => [columnOf[field] ?? field, kind.json.includes(field) ? JSON.stringify(value) : value]),
    );
  }
}

/** Something ends on or after the day it began. */
function assertInOrder(dto: object): void {
  const { onsetDate, abatementDate, startDate, endDate } = dto as Record<string, string | null | undefined>;
  for (const [from, to, field] of [
    [onsetDate, abatementDate, 'abatementDate'],
    [startDate, endDate, 'endDate'],
  ] as const) {
    if (from && to && to < from) throw new InvalidProblem([{ pointer: `/${field}`, detail: 'This is before it began.' }]);
  }
}
