import type { Ctx, TxCtx } from '../../platform/index.js';
import type { MessageKinds } from '../kinds/message-kinds.js';
import type { Message } from './message.entity.js';

/** SQL that holds for the messages `m` that the caller may know of. */
export function seenBy(kinds: MessageKinds, { permissions }: Pick<Ctx, 'permissions'>): string {
  const limits = kinds
    .all()
    .flatMap(([kind, { seen }]) => [
      ...(seen?.by && !permissions.has(seen.by) ? [`m.kind <> '${kind}'`] : []),
      ...(seen?.where ? [`(m.kind <> '${kind}' OR ${seen.where('m.created_at')})`] : []),
    ]);
  return limits.length > 0 ? limits.join(' AND ') : 'true';
}

/** Whether the clinic may know of one message: what is not shown leaves no row of the audit and no event. */
export async function isSeenByClinic(
  kinds: MessageKinds,
  ctx: TxCtx,
  { kind, createdAt }: Pick<Message, 'kind' | 'createdAt'>,
): Promise<boolean> {
  const where = kinds.of(kind).seen?.where;
  if (!where) return true;
  const [one] = await ctx.tx.query<{ seen: boolean }[]>(`SELECT ${where('$1::timestamptz')} AS seen`, [createdAt]);
  return one?.seen === true;
}
