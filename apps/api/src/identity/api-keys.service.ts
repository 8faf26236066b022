import { createHash, randomBytes } from 'node:crypto';
import type { Page, Permission } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, type Ctx, Db, decodeCursor, newId, NOT_PERSONAL, NotFoundProblem, type PageQuery, toPage } from '../platform/index.js';
import type { ApiKeyDto, CreateApiKeyDto, CreatedApiKeyDto } from './api-keys.dto.js';
import { ScopeNotYoursError } from './identity.errors.js';

const COLUMNS = `id, name, scopes, created_at AS "createdAt", revoked_at AS "revokedAt", version`;

/** Keys of programs, kept as hashes; a key never holds more than its maker had. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async create(ctx: Ctx, dto: CreateApiKeyDto): Promise<CreatedApiKeyDto> {
    // "*" is written out: a permission that Keel learns later must not flow into an old key.
    const scopes = dto.scopes.includes('*') ? [...ctx.permissions] : (dto.scopes as Permission[]);
    const foreign = scopes.filter((scope) => !ctx.permissions.has(scope));
    if (foreign.length > 0) throw new ScopeNotYoursError(foreign);
    const id = newId();
    const key = `keel_${randomBytes(32).toString('base64url')}`;
    return this.db.tx(ctx, async (ctx) => {
      await ctx.tx.query(`INSERT INTO api_key (clinic_id, id, name, hash, scopes, created_by) VALUES ($1, $2, $3, $4, $5, $6)`, [
        ctx.clinicId,
        id,
        dto.name,
        createHash('sha256').update(key).digest(),
        scopes,
        `${ctx.actor.type}:${ctx.actor.id}`,
      ]);
      await this.audit.add(ctx, { what: 'api-key', action: 'create', entityId: id });
      return { ...(await this.get(ctx, id)), key };
    });
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<ApiKeyDto>> {
    const [after] = decodeCursor(query.cursor, 'uuid') ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const sql = `SELECT ${COLUMNS} FROM api_key WHERE id < $1::uuid ORDER BY id DESC LIMIT $2`;
    const rows = await this.db.read<ApiKeyDto>(ctx, NOT_PERSONAL, sql, [after, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<ApiKeyDto> {
    const [row] = await this.db.read<ApiKeyDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM api_key WHERE id = $1`, [id]);
    if (!row) throw new NotFoundProblem('API key');
    return row;
  }

  /** Ends the key at once; doing it again changes nothing. */
  async revoke(ctx: Ctx, id: string): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      await this.get(ctx, id);
      await ctx.tx.query('UPDATE api_key SET revoked_at = now(), version = version + 1 WHERE id = $1 AND revoked_at IS NULL', [id]);
      await this.audit.add(ctx, { what: 'api-key', action: 'delete', entityId: id });
    });
  }
}
