import { newId, now, type TxCtx } from '../../platform/index.js';
import { Message, type MessageKind } from '../messages/message.entity.js';
import type { Composed } from '../sending/content.js';
import type { MessageKindRules } from './message-kinds.js';

/** What is the same for all mails to those who work in the clinic: somebody waits for them, and they never wait behind reminders. */
export const TO_STAFF = { to: 'staff', heldUnproved: true, bound: 'own', texts: [] } as const satisfies MessageKindRules;
export const OF_AN_ACCOUNT = { ...TO_STAFF, to: 'account' } as const;

/** Leaves at once. The subject's owner is asked for its facts when it does. */
export async function planMail(ctx: TxCtx, kind: MessageKind, subjectId: string, recipientId: string | null = null): Promise<void> {
  const at = now(ctx);
  await ctx.tx.getRepository(Message).insert({
    clinicId: ctx.clinicId,
    id: newId(),
    kind,
    channel: 'email',
    status: 'scheduled',
    subjectId,
    recipientId,
    dueAt: at,
    nextAt: at,
    attempts: 0,
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
}

/** Void where what it is about does not stand any more: then `compose` has no mail. */
export function ofSubject(
  compose: (ctx: TxCtx, subjectId: string, recipientId: string | null) => Promise<Composed | undefined>,
): NonNullable<MessageKindRules['prepare']> {
  return async (ctx, { subjectId, recipientId }) =>
    (subjectId ? await compose(ctx, subjectId, recipientId) : undefined) ?? { status: 'skipped', reason: 'subject_gone' };
}
