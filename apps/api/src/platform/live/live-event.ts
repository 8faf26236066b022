import { type EventType, readerOf } from '@keel/contracts';
import type { Ctx } from '../context/ctx.js';
import type { LiveEventDto } from './events.dto.js';

/** A committed event as the outbox shows it to the streams. */
export interface CommittedEvent {
  clinicId: string;
  id: string;
  type: EventType;
  payload: Readonly<Record<string, unknown>>;
  occurredAt: Date;
}

export function toLiveEvent({ id, type, payload, occurredAt }: CommittedEvent): LiveEventDto {
  const ids = Object.entries(payload).filter((entry): entry is [string, string] => entry[0].endsWith('Id') && typeof entry[1] === 'string');
  return { id, type, occurredAt: occurredAt.toISOString(), ids: Object.fromEntries(ids) };
}

/** Anybody who knows an address can ask: what its clinic may know of that, the messages say. */
const FOR_NOBODY: readonly EventType[] = ['password.reset_requested'];

/** True where somebody may be told of it. */
export function mayHear(ctx: Pick<Ctx, 'clinicId' | 'permissions'>, event: CommittedEvent): boolean {
  return event.clinicId === ctx.clinicId && !FOR_NOBODY.includes(event.type) && ctx.permissions.has(readerOf(event.type));
}
