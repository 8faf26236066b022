import { type Permission, permissionsOf, type Role, scopesNow } from '@keel/contracts';
import { ForbiddenProblem, type TxCtx, UnauthenticatedProblem } from '../platform/index.js';
import { ApiKeyStoppedError } from './identity.errors.js';
import { holdSession } from './session-tokens.js';

interface Holder {
  roles: Role[];
  chartRight: boolean;
  /** Of a key alone. */
  scopes: string[] | null;
}

const PERSON = 'SELECT roles, chart_right AS "chartRight", NULL AS scopes FROM membership WHERE user_id = $1::uuid AND active';
const KEY = `SELECT m.roles, m.chart_right AS "chartRight", k.scopes FROM api_key k
  JOIN membership m ON m.clinic_id = k.clinic_id AND m.user_id = k.user_id
  WHERE k.id = $1::uuid AND k.revoked_at IS NULL AND k.stopped_at IS NULL AND m.active`;

/**
 * Asks again what the guard asked, once the members are kept or taken: the request may have waited for the very change that put the
 * caller out, and nothing further on checks the right to take something from others. What makes the demo clinic in its people's names, and
 * Keel itself, came past no guard and are not asked.
 *
 * @throws UnauthenticatedProblem, ApiKeyStoppedError, ForbiddenProblem
 */
export async function assertStillMay(ctx: TxCtx, asked: Permission): Promise<void> {
  const { actor, credentialId } = ctx;
  if (credentialId === undefined || (actor.type !== 'user' && actor.type !== 'key')) return;
  await holdSession(ctx);
  const [holder] = await ctx.tx.query<Holder[]>(actor.type === 'key' ? KEY : PERSON, [actor.id]);
  if (!holder) throw actor.type === 'key' ? new ApiKeyStoppedError() : new UnauthenticatedProblem();
  const may = holder.scopes ? scopesNow(holder.scopes, holder) : permissionsOf(holder.roles, holder.chartRight);
  if (!may.has(asked)) throw new ForbiddenProblem([asked]);
}
