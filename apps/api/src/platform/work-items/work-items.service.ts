import { type Language, languageOf, type Page, type Permission, WORK_ITEM_KINDS, WORK_ITEMS, type WorkItemKind } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { type Ctx, loginBehind, type TxCtx } from '../context/ctx.js';
import { NOT_PERSONAL } from '../database/access.js';
import { Db } from '../database/db.js';
import { prepared } from '../database/prepared.js';
import { assertVersion, type IfMatchValue } from '../http/if-match.js';
import { decodeCursor, toPage } from '../http/page.js';
import { ForbiddenProblem, InvalidProblem, NotFoundProblem, Problem } from '../problems/problem.js';
import { Assignees } from './assignees.js';
import { WorkItemKinds, type WorkItemKindWords, type WorkItemSubject } from './work-item-kinds.js';
import type { UpdateWorkItemDto, WorkItemCountsDto, WorkItemDto, WorkItemsQuery } from './work-items.dto.js';

export class WorkItemDoneError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'WORK_ITEM_DONE',
      title: 'There is nothing to be done any more',
      detail: 'Somebody did it, or it became too late. Read the item again to see when and by whom.',
    });
  }
}

/** When it was done, or became too late. */
const OVER = 'CASE WHEN w.done_at IS NOT NULL THEN w.done_at WHEN w.lapses_at <= now() THEN w.lapses_at END';
const OPEN = '(w.done_at IS NULL AND (w.lapses_at IS NULL OR w.lapses_at > now()))';
/** What nobody set a day for comes after what somebody did. */
const DUE = "coalesce(w.due_at, timestamptz '2199-12-31T23:59:59.999Z')";
const COLUMNS = `w.id, w.kind, w.subject_id AS "subjectId", w.since, w.lapses_at AS "lapsesAt", w.due_at AS "dueAt",
  w.assignee_id AS "assigneeId", ${OVER} AS "doneAt", w.done_by AS "doneBy", w.version, ${DUE} AS "sortedBy"`;

interface Row extends Pick<WorkItemDto, 'id' | 'kind' | 'since' | 'lapsesAt' | 'dueAt' | 'assigneeId' | 'doneAt' | 'doneBy' | 'version'> {
  subjectId: string;
  sortedBy: Date;
}

/**
 * What a person must decide, over all modules. Items are opened and closed in the database, by the tables that they are about
 * (`open_work_item`, `close_work_items`); here they are read by those who may read their subjects, and given to somebody.
 */
@Injectable()
export class WorkItems {
  constructor(
    private readonly db: Db,
    private readonly kinds: WorkItemKinds,
    private readonly assignees: Assignees,
    private readonly audit: Audit,
  ) {}

  async list(ctx: Ctx, query: WorkItemsQuery): Promise<Page<WorkItemDto>> {
    const params: unknown[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const done = query.done === 'true';
    const where = [this.shownTo(ctx, query.kind), done ? `NOT ${OPEN}` : OPEN];
    if (query.assignee === 'nobody') where.push('w.assignee_id IS NULL');
    else if (query.assignee !== undefined) {
      where.push(`w.assignee_id = ${bind(query.assignee === 'me' ? loginBehind(ctx) : query.assignee)}`);
    }
    const last = done ? decodeCursor(query.cursor, 'instant', 'uuid') : decodeCursor(query.cursor, 'instant', 'instant', 'uuid');
    if (last) {
      const [first = '', second = '', third = ''] = last;
      where.push(
        done
          ? `(${OVER}, w.id) < (${bind(first)}::timestamptz, ${bind(second)}::uuid)`
          : `(${DUE}, w.since, w.id) > (${bind(first)}::timestamptz, ${bind(second)}::timestamptz, ${bind(third)}::uuid)`,
      );
    }
    const order = done ? `${OVER} DESC, w.id DESC` : `${DUE}, w.since, w.id`;
    const sql = `SELECT ${COLUMNS} FROM work_item w WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${bind(query.limit + 1)}`;
    const rows = await this.db.read<Row>(ctx, NOT_PERSONAL, sql, params);
    const page = toPage(rows, query, ({ id, since, doneAt, sortedBy }) =>
      done ? [(doneAt ?? since).toISOString(), id] : [sortedBy.toISOString(), since.toISOString(), id],
    );
    return { ...page, data: await this.told(ctx, page.data, query.locale && languageOf(query.locale)) };
  }

  /** Numbers for a badge: nobody's record is read. */
  async counts(ctx: Ctx): Promise<WorkItemCountsDto> {
    const sql = `SELECT w.kind, count(*)::integer AS count, count(*) FILTER (WHERE w.assignee_id = $1)::integer AS mine
      FROM work_item w WHERE ${this.shownTo(ctx)} AND ${OPEN} GROUP BY w.kind ORDER BY w.kind`;
    return { data: await this.db.read(ctx, NOT_PERSONAL, sql, [loginBehind(ctx)]) };
  }

  async get(ctx: Ctx, id: string): Promise<WorkItemDto> {
    const row = await this.row(ctx, id);
    const [item] = row ? await this.told(ctx, [row]) : [];
    if (!item) throw new NotFoundProblem('work item');
    return item;
  }

  /** Gives it to somebody who may do it, or says by when. @throws WorkItemDoneError, ForbiddenProblem */
  async update(ctx: Ctx, id: string, dto: UpdateWorkItemDto, ifMatch: IfMatchValue): Promise<WorkItemDto> {
    return this.db.tx(ctx, async (ctx) => {
      const found = await this.row(ctx, id);
      if (!found) throw new NotFoundProblem('work item');
      const { doer } = WORK_ITEMS[found.kind];
      if (!ctx.permissions.has(doer)) throw new ForbiddenProblem([doer]);
      // Before the item, since whoever changes the members' rights takes work from them behind it.
      if (dto.assigneeId && !(await this.assignees.mayDo(ctx, dto.assigneeId, doer))) {
        throw new InvalidProblem([{ pointer: '/assigneeId', detail: 'is to be somebody who works here and may do this' }]);
      }
      await prepared(ctx, 'SELECT 1 FROM work_item WHERE id = $1 FOR UPDATE', [id]);
      const current = await this.get(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: WORK_ITEMS[current.kind].reader, shows: NOT_PERSONAL });
      if (current.doneAt) throw new WorkItemDoneError();
      const assigneeId = dto.assigneeId === undefined ? current.assigneeId : dto.assigneeId;
      const wanted = dto.dueAt ? new Date(dto.dueAt) : null;
      const dueAt = dto.dueAt === undefined ? current.dueAt : wanted;
      if (assigneeId === current.assigneeId && dueAt?.getTime() === current.dueAt?.getTime()) return current;
      await prepared(ctx, 'UPDATE work_item SET assignee_id = $2, due_at = $3, version = version + 1 WHERE id = $1', [
        id,
        assigneeId,
        dueAt,
      ]);
      await this.audit.add(ctx, { what: 'work-item', action: 'update', entityId: id });
      return this.get(ctx, id);
    });
  }

  /** What somebody may no longer do is anybody's again. */
  async takeFrom(ctx: TxCtx, userId: string, permissions: ReadonlySet<Permission>): Promise<void> {
    const kinds = WORK_ITEM_KINDS.filter((kind) => !permissions.has(WORK_ITEMS[kind].doer));
    const sql = `UPDATE work_item SET assignee_id = NULL, version = version + 1
      WHERE clinic_id = $1 AND assignee_id = $2 AND done_at IS NULL AND kind = ANY ($3)`;
    await prepared(ctx, sql, [ctx.clinicId, userId, kinds]);
  }

  private async row(ctx: Ctx, id: string): Promise<Row | undefined> {
    const sql = `SELECT ${COLUMNS} FROM work_item w WHERE w.id = $1 AND ${this.shownTo(ctx)}`;
    const [row] = await this.db.read<Row>(ctx, NOT_PERSONAL, sql, [id]);
    return row;
  }

  /** SQL of what the caller may see of the item `w`: by its kind, and by its subject where its module asks for more. */
  private shownTo(ctx: Ctx, wanted: readonly WorkItemKind[] = WORK_ITEM_KINDS): string {
    const readable = WORK_ITEM_KINDS.filter((kind) => wanted.includes(kind) && ctx.permissions.has(WORK_ITEMS[kind].reader));
    if (readable.length === 0) return 'false';
    const byRule = Map.groupBy(readable, (kind) => this.kinds.of(kind).stands);
    const some = [...byRule].map(([stands, kinds]) => (stands ? `(${among(kinds)} AND ${stands(ctx)})` : among(kinds)));
    return `(${some.join(' OR ')})`;
  }

  private async told(ctx: Ctx, rows: readonly Row[], language: Language = 'en'): Promise<WorkItemDto[]> {
    const known = new Map<string, WorkItemSubject>();
    const byModule = Map.groupBy(rows, ({ kind }) => this.kinds.of(kind).about);
    for (const [about, some] of byModule) {
      if (!about) continue;
      const ids = some.map(({ subjectId }) => subjectId);
      for (const [id, subject] of await about(ctx, ids)) known.set(id, subject);
    }
    return rows.map((row) => toDto(row, this.kinds.of(row.kind), known.get(row.subjectId), language));
  }
}

/** Kinds are words of the code. */
const among = (kinds: readonly WorkItemKind[]): string => `w.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;

function toDto(row: Row, { words, doneBy }: WorkItemKindWords, about: WorkItemSubject | undefined, language: Language): WorkItemDto {
  const { subjectId, sortedBy: _, ...item } = row;
  return {
    ...item,
    title: words[language],
    subject: { kind: WORK_ITEMS[row.kind].subject, id: subjectId },
    doneWith: doneBy.replace(':id', subjectId),
    patient: about?.patient ?? null,
    memberId: about?.memberId ?? null,
  };
}
