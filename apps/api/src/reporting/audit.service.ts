import type { Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { AuditVerifier, type Ctx, Db, decodeCursor, toPage } from '../platform/index.js';
import type { AuditEntryDto, AuditQuery, AuditVerificationDto, AuditVerificationQuery } from './audit.dto.js';

const FROM = `
  SELECT a.id, a.at, a.actor_type AS "actorType", a.actor_id AS "actorId", coalesce(m.display_name, k.name) AS "actorName",
    a.action, a.what, a.patient_ids AS "patientIds", a.entity_id AS "entityId", a.reason, a.request_id AS "requestId", host(a.ip) AS ip
  FROM audit_line a
  LEFT JOIN member_card m ON a.actor_type = 'user' AND m.clinic_id = a.clinic_id AND m.user_id::text = a.actor_id
  LEFT JOIN api_key_card k ON a.actor_type = 'key' AND k.clinic_id = a.clinic_id AND k.id::text = a.actor_id`;

/** Who did what to whose record; looking here is written down as well. */
@Injectable()
export class AuditService {
  constructor(
    private readonly db: Db,
    private readonly verifier: AuditVerifier,
  ) {}

  /** Newest first. */
  async list(ctx: Ctx, query: AuditQuery): Promise<Page<AuditEntryDto>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const params: unknown[] = [query.limit + 1, before];
    const filters = ['a.id < $2::uuid'];
    const add = (value: unknown, condition: (slot: string) => string) => {
      if (value !== undefined) filters.push(condition(`$${params.push(value)}`));
    };
    add(query.patientId, (slot) => `a.patient_ids @> ARRAY[${slot}::uuid]`);
    add(query.actorId, (slot) => `a.actor_id = ${slot}`);
    add(query.action, (slot) => `a.action = ${slot}`);
    add(query.what, (slot) => `a.what = ${slot}`);
    add(query.from, (slot) => `a.at >= ${slot}::timestamptz`);
    add(query.to, (slot) => `a.at < ${slot}::timestamptz`);
    const sql = `${FROM} WHERE ${filters.join(' AND ')} ORDER BY a.id DESC LIMIT $1`;
    const rows = await this.db.read<AuditEntryDto>(ctx, { what: 'audit', patientLists: 'patientIds' }, sql, params);
    return toPage(rows, query, (row) => [row.id]);
  }

  async verify(ctx: Ctx, { after, seal, hash }: AuditVerificationQuery): Promise<AuditVerificationDto> {
    const kept = seal !== undefined && hash !== undefined ? { number: seal, hash } : undefined;
    const { head, next, ...found } = await this.verifier.verify(ctx, after, kept);
    return {
      intact: found.faults.length === 0,
      ...found,
      head: head ? { seal: head.number, hash: head.hash.toString('hex'), sealedAt: head.sealedAt } : null,
      next: next ?? null,
    };
  }
}
