import { Injectable } from '@nestjs/common';
import { newId, type TxCtx } from '../context/ctx.js';
import { sent } from '../database/prepared.js';

export interface AuditFact {
  /** What kind of information, e.g. `patient.demographics`, `note`. */
  what: string;
  action: 'create' | 'update' | 'delete' | 'sign' | 'send' | 'override' | 'export' | 'sign_in' | 'sign_in_failed' | 'sign_out' | 'step_up';
  patientId?: string | null;
  /** Where it is of several people at once. */
  patientIds?: readonly string[];
  entityId?: string | null;
  /** Typed by a person where a rule asks for it, such as an access override; or what was changed into what, such as roles. */
  reason?: string | null;
}

export interface AuditedRecord {
  id: string;
  patientId: string;
}

/** Writes who did what to whose record, in the transaction that did it. Reads are written by `Db.read`. */
@Injectable()
export class Audit {
  async add(ctx: TxCtx, fact: AuditFact): Promise<void> {
    const patientIds = fact.patientIds ?? (fact.patientId ? [fact.patientId] : []);
    if (patientIds.length > 0) ctx.changed.push({ what: fact.what, patientIds: [...patientIds] });
    sent(
      ctx,
      `INSERT INTO audit_entry (clinic_id, id, actor_type, actor_id, action, what, patient_ids, entity_id, reason, request_id, ip)
       VALUES ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9, $10, $11::inet)`,
      [
        ctx.clinicId,
        newId(),
        ctx.actor.type,
        ctx.actor.id,
        fact.action,
        fact.what,
        patientIds,
        fact.entityId ?? null,
        fact.reason ?? null,
        ctx.requestId,
        ctx.ip ?? null,
      ],
    );
  }

  /** The same of many records, each of one patient, in one statement. */
  addEach(ctx: TxCtx, { what, action, reason }: Pick<AuditFact, 'what' | 'action' | 'reason'>, records: readonly AuditedRecord[]): void {
    if (records.length === 0) return;
    ctx.changed.push({ what, patientIds: [...new Set(records.map(({ patientId }) => patientId))] });
    sent(
      ctx,
      `INSERT INTO audit_entry (clinic_id, id, actor_type, actor_id, action, what, patient_ids, entity_id, reason, request_id, ip)
       SELECT $1, one.id, $2, $3, $4, $5, ARRAY[one.patient_id], one.entity_id, $6, $7, $8::inet
       FROM unnest($9::uuid[], $10::uuid[], $11::text[]) AS one (id, patient_id, entity_id)`,
      [
        ctx.clinicId,
        ctx.actor.type,
        ctx.actor.id,
        action,
        what,
        reason ?? null,
        ctx.requestId,
        ctx.ip ?? null,
        records.map(() => newId()),
        records.map(({ patientId }) => patientId),
        records.map(({ id }) => id),
      ],
    );
  }
}
