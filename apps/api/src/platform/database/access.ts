import type { Ctx, Shown } from '../context/ctx.js';
import { newId } from '../context/ctx.js';

/** Whose record a read touches; a read of nobody's record says so and leaves no audit row. */
export type Access =
  | { what: string; patient: string | null }
  | {
      what: string;
      /** Result column that names each row's patient: one audit row names them all. */
      patients: string;
      /** Read to be changed in the open transaction, whose audit row stands for the look too: where none was written, its end writes one. */
      toChange?: true;
    }
  | { what: string; /** The same of a column that holds a list of patients. */ patientLists: string }
  | typeof NOT_PERSONAL;

export const NOT_PERSONAL = Symbol('not personal');

/** `sql` with the insert of its audit row in the same statement, so that no read of a record goes unwritten. */
export function withAudit(ctx: Ctx, access: Access, sql: string, params: readonly unknown[]): { text: string; values: unknown[] } {
  if (access === NOT_PERSONAL) return { text: sql, values: [...params] };
  const values = [...params];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const patients = patientsOf(access, bind);
  const text = `WITH result AS MATERIALIZED (${sql}),
    audit AS (
      INSERT INTO audit_entry (clinic_id, id, actor_type, actor_id, action, what, patient_ids, request_id, ip)
      SELECT ${bind(ctx.clinicId, 'uuid')}, ${bind(newId(), 'uuid')}, ${bind(ctx.actor.type, 'text')}, ${bind(ctx.actor.id, 'text')},
        'read', ${bind(access.what, 'text')}, ${patients}, ${bind(ctx.requestId, 'text')}, ${bind(ctx.ip ?? null, 'inet')}
      WHERE EXISTS (SELECT 1 FROM result)
    )
    SELECT * FROM result`;
  return { text, values };
}

function patientsOf(access: Exclude<Access, typeof NOT_PERSONAL>, bind: (value: unknown, type: string) => string): string {
  if ('patient' in access) return `ARRAY_REMOVE(ARRAY[${bind(access.patient, 'uuid')}], NULL)`;
  if ('patientLists' in access) return `ARRAY(SELECT DISTINCT unnest(${quote(access.patientLists)}) FROM result)`;
  return `ARRAY(SELECT DISTINCT ${quote(access.patients)} FROM result WHERE ${quote(access.patients)} IS NOT NULL)`;
}

/** True of a read that leaves its audit row to the change that it is for. */
export function isToChange(access: Access): boolean {
  return access !== NOT_PERSONAL && 'toChange' in access && access.toChange === true;
}

/** Whom the rows of a read name. */
export function shownBy(access: Access, rows: readonly object[]): Shown | undefined {
  if (access === NOT_PERSONAL || rows.length === 0) return undefined;
  const named = (column: string) => rows.flatMap((row) => (row as Record<string, unknown>)[column]);
  const ids = 'patient' in access ? [access.patient] : named('patientLists' in access ? access.patientLists : access.patients);
  return { what: access.what, patientIds: ids.filter((id): id is string => typeof id === 'string') };
}

/** The insert of one audit row per kind of information: for what was shown otherwise than by the statement that read it. */
export function auditOf(ctx: Ctx, shown: readonly Shown[]): { text: string; values: unknown[] } | undefined {
  const byKind = new Map<string, Set<string>>();
  for (const { what, patientIds } of shown) {
    const ids = byKind.get(what) ?? new Set();
    for (const id of patientIds) ids.add(id);
    byKind.set(what, ids);
  }
  const kinds = [...byKind].filter(([, ids]) => ids.size > 0).map(([what, ids]) => ({ what, ids: [...ids], id: newId() }));
  if (kinds.length === 0) return undefined;
  return { text: SHOWN, values: [ctx.clinicId, ctx.actor.type, ctx.actor.id, ctx.requestId, ctx.ip ?? null, JSON.stringify(kinds)] };
}

const SHOWN = `
  INSERT INTO audit_entry (clinic_id, id, actor_type, actor_id, action, what, patient_ids, request_id, ip)
  SELECT $1::uuid, s.id, $2, $3, 'read', s.what, s.ids, $4, $5::inet FROM jsonb_to_recordset($6::jsonb) AS s (id uuid, what text, ids uuid[])`;

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
