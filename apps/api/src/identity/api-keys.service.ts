import { createHash, randomBytes } from 'node:crypto';
import { NO_STANDING, type Page, type Permission, type Role, scopesNow } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  InvalidProblem,
  loginBehind,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  type PageQuery,
  PersonOnlyProblem,
  shownOnce,
  toPage,
} from '../platform/index.js';
import { AccountRecords } from './account-records.js';
import type { ApiKeyDto, CreateApiKeyDto, CreatedApiKeyDto } from './api-keys.dto.js';
import { ApiKeyEndedError, ScopeNotYoursError } from './identity.errors.js';
import { keepMembersAs } from './member-followers.js';
import { RightsRefusedError, RightsService } from './rights.service.js';

const COLUMNS = `k.id, k.name, k.scopes, k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt",
  k.revoked_at AS "revokedAt", k.stopped_at IS NOT NULL AS stopped, k.version, m.user_id AS "makerId",
  m.first_name || ' ' || m.last_name AS "makerName", m.active AS "makerActive", m.roles, m.chart_right AS "chartRight",
  must_enrol_factor(k.clinic_id, k.user_id) AS factorless
  FROM api_key k LEFT JOIN membership m ON m.clinic_id = k.clinic_id AND m.user_id = k.user_id`;

const DAY_MS = 86_400_000;
const DAYS_BY_DEFAULT = 365;
const MOST_DAYS = 5 * 366;

interface KeyRow extends Pick<ApiKeyDto, 'id' | 'name' | 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'revokedAt' | 'version'> {
  scopes: Permission[];
  stopped: boolean;
  makerId: string | null;
  makerName: string | null;
  makerActive: boolean | null;
  roles: Role[] | null;
  chartRight: boolean | null;
  factorless: boolean;
}

/** Keys of programs, kept as hashes. A key acts for a member, never beyond what that member may do at the moment, and ends with them. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly rights: RightsService,
    private readonly records: AccountRecords,
  ) {}

  async create(ctx: Ctx, dto: CreateApiKeyDto): Promise<CreatedApiKeyDto> {
    // "*" is written out: a permission that Keel learns later must not flow into an old key.
    const scopes = dto.scopes.includes('*') ? [...ctx.permissions] : (dto.scopes as Permission[]);
    const foreign = scopes.filter((scope) => !ctx.permissions.has(scope));
    if (foreign.length > 0) throw new ScopeNotYoursError(foreign);
    const expiresAt = expiryOf(dto.expiresAt, now(ctx));
    const id = newId();
    const key = newKey();
    return this.db.tx(shownOnce(ctx), async (ctx) => {
      await keepMembersAs(ctx, 'api-key:manage');
      await ctx.tx.query(
        `INSERT INTO api_key (clinic_id, id, name, hash, scopes, created_by, user_id, expires_at)
         VALUES ($1, $2, $3, $4, $5, 'user:' || $6::uuid, $6::uuid, $7)`,
        [ctx.clinicId, id, dto.name, hashOf(key), scopes, ctx.actor.id, expiresAt],
      );
      await this.audit.add(ctx, { what: 'api-key', action: 'create', entityId: id });
      return { ...(await this.get(ctx, id)), key };
    });
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<ApiKeyDto>> {
    const [after] = decodeCursor(query.cursor, 'uuid') ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const sql = `SELECT ${COLUMNS} WHERE k.id < $1::uuid ORDER BY k.id DESC LIMIT $2`;
    const rows = await this.db.read<KeyRow>(ctx, NOT_PERSONAL, sql, [after, query.limit + 1]);
    const page = toPage(rows, query, (row) => [row.id]);
    return { ...page, data: page.data.map((row) => toApiKeyDto(row, now(ctx))) };
  }

  async get(ctx: Ctx, id: string): Promise<ApiKeyDto> {
    const [row] = await this.db.read<KeyRow>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} WHERE k.id = $1`, [id]);
    if (!row) throw new NotFoundProblem('API key');
    return toApiKeyDto(row, now(ctx));
  }

  /**
   * An owner takes over what somebody else's key does, by a new secret: whoever has the former one would read with it what the owner
   * reads. @throws RightsRefusedError, ApiKeyEndedError
   */
  async adopt(ctx: Ctx, id: string): Promise<CreatedApiKeyDto> {
    const key = newKey();
    return this.db.tx(shownOnce(ctx), async (ctx) => {
      await keepMembersAs(ctx, 'api-key:manage');
      await ctx.tx.query('SELECT 1 FROM api_key WHERE id = $1 FOR UPDATE', [id]);
      const { status } = await this.get(ctx, id);
      if (!(await this.rights.givesClinical(ctx))) throw new RightsRefusedError('ownerOnly');
      if (status === 'revoked' || status === 'expired') throw new ApiKeyEndedError();
      const sql = 'UPDATE api_key SET user_id = $2, hash = $3, stopped_at = NULL, version = version + 1 WHERE id = $1';
      await ctx.tx.query(sql, [id, ctx.actor.id, hashOf(key)]);
      await this.audit.add(ctx, { what: 'api-key', action: 'update', entityId: id });
      return { ...(await this.get(ctx, id)), key };
    });
  }

  /**
   * Ends the key at once; doing it again changes nothing. It is a defence, and so open to whoever manages keys; the member whose key
   * it was is told. A program ends keys of its own member alone.
   *
   * @throws PersonOnlyProblem
   */
  async revoke(ctx: Ctx, id: string): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      await keepMembersAs(ctx, 'api-key:manage');
      const maker = (await this.get(ctx, id)).maker?.userId;
      if (ctx.actor.type === 'key' && maker !== ctx.makerId) throw new PersonOnlyProblem();
      const sql = 'UPDATE api_key SET revoked_at = now(), version = version + 1 WHERE id = $1 AND revoked_at IS NULL';
      const [, ended] = await ctx.tx.query<[unknown[], number]>(sql, [id]);
      if (ended === 0) return;
      await this.audit.add(ctx, { what: 'api-key', action: 'delete', entityId: id });
      if (maker && maker !== loginBehind(ctx)) await this.records.tell(ctx, maker, 'key_ended');
    });
  }
}

const newKey = (): string => `keel_${randomBytes(32).toString('base64url')}`;
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** @throws InvalidProblem for an instant that is past, too far off, or none. */
function expiryOf(wanted: string | null | undefined, from: Date): Date {
  if (wanted === undefined || wanted === null) return new Date(from.getTime() + DAYS_BY_DEFAULT * DAY_MS);
  const at = new Date(wanted);
  if (at > from && at.getTime() <= from.getTime() + MOST_DAYS * DAY_MS) return at;
  throw new InvalidProblem([{ pointer: '/expiresAt', detail: 'is an instant to come, at most five years from now' }]);
}

function toApiKeyDto({ stopped, makerId, makerName, makerActive, roles, chartRight, factorless, ...row }: KeyRow, at: Date): ApiKeyDto {
  const maker = makerId ? { userId: makerId, name: makerName ?? '' } : null;
  const status = statusOf({ ...row, stopped: stopped || !makerActive, factorless }, at);
  const standing = status === 'active' && roles ? { roles, chartRight: chartRight === true } : NO_STANDING;
  return { ...row, effectiveScopes: [...scopesNow(row.scopes, standing)], maker, status };
}

function statusOf(key: Pick<KeyRow, 'revokedAt' | 'expiresAt' | 'stopped' | 'factorless'>, at: Date): ApiKeyDto['status'] {
  if (key.revokedAt) return 'revoked';
  if (key.expiresAt <= at) return 'expired';
  if (key.stopped) return 'stopped';
  return key.factorless ? 'factorless' : 'active';
}
