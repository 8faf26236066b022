import type { DomainEvent, EventType } from '@keel/contracts';
import { SetMetadata } from '@nestjs/common';
import type { TxCtx } from '../context/ctx.js';

export const LISTENS_TO = 'keel:listens-to';

export type Listener<T extends EventType = EventType> = (ctx: TxCtx, event: DomainEvent<T>) => Promise<void>;

/**
 * Runs the method once for every such event, in a worker, inside a transaction that has already noted the event as handled.
 * The method's name is the listener's name for good: renaming it makes a new listener. It must not talk to the network.
 */
export function On<const T extends EventType>(...types: T[]) {
  const set = SetMetadata(LISTENS_TO, types);
  return <M extends Listener<T>>(target: object, key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    set(target, key, descriptor);
  };
}
