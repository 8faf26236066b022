import type { Channel } from '@keel/contracts';
import type { Message } from '../messages/message.entity.js';

/**
 * Who waits behind whom: a provider that answers slowly holds up its own pool and no other, and what staff wait for (an
 * invitation, a new password) never stands behind a morning's reminders.
 */
export const POOLS = ['sms', 'email', 'staff'] as const;
export type Pool = (typeof POOLS)[number];

export const queueOf = (pool: Pool): string => `messages-${pool}`;

/** The door `due_messages` sorts by the same rule. */
export function poolOf({ channel, patientId }: { channel: Channel; patientId: string | null }): Pool {
  return channel === 'email' && patientId === null ? 'staff' : channel;
}

/** Hand-overs at once in one process; nearly all of their time is spent waiting for the provider. */
export const SLOTS: Readonly<Record<Pool, number>> = { sms: 24, email: 24, staff: 6 };

/** What one clinic may have on its way at once, so that another's message always finds a slot. */
export const clinicShare = (pool: Pool): number => Math.ceil((SLOTS[pool] * 2) / 3);

/** How many are put into the queue ahead of the workers: enough that none idles, too few to be a queue that others wait behind. */
export const depthOf = (pool: Pool): number => SLOTS[pool] + Math.ceil(SLOTS[pool] / 3);

export const isStaffMail = (message: Pick<Message, 'channel' | 'patientId'>): boolean => poolOf(message) === 'staff';
