import type { DomainEvent } from '@keel/contracts';

/** An event as the doors of the outbox return it. */
export interface TakenEvent extends Omit<DomainEvent, 'occurredAt'> {
  occurredAt: Date;
}

export function toEvent({ clinicId, id, type, version, payload, occurredAt }: TakenEvent): DomainEvent {
  return { clinicId, id, type, version, payload, occurredAt: occurredAt.toISOString() };
}
