import type { Ctx } from '../context/ctx.js';
import { newId } from '../context/ctx.js';

/** Whose record a read touches; a read of nobody's record says so and leaves no audit row. */
export type Access =
  | { what: string; patient: string | null }
  | { what: string; /** Result column that names each row's patient: one audit row names them all. */ patients: string }
  | typeof NOT_PERSONAL;

export const NOT_PERSONAL = Symbol('not personal');

/** `sql` with the insert of its audit row in the same statement, so that no read of a record goes unwritten. */
export function withAudit(ctx: Ctx, access: Access, sql: string, params: readonly unknown[]): { text: string; values: unknown[] } {
  if (access === NOT_PERSONAL) return { text: sql, values: [...params] };
  const values = [...params];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const patients =
    'patients' in access
      ? `ARRAY(SELECT DISTINCT ${quote(access.patients)} FROM result WHERE ${quote(access.patients)} IS NOT NULL)`
      : `ARRAY_REMOVE(ARRAY[${bind(access.patient, 'uuid')}], NULL)`;
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

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
