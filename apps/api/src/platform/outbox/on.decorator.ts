import type { DomainEvent, EventType } from '@keel/contracts';
import { SetMetadata } from '@nestjs/common';
import type { TxCtx } from '../context/ctx.js';

export const LISTENS_TO = 'keel:listens-to';

export type Listener<T extends EventType = EventType> = (ctx: TxCtx, event: DomainEvent<T>) => Promise<void>;

/**
 * Runs the method once for every such event, in a worker, inside a transaction that has already noted the event as handled.
 * The method's name is the listener's name in the queue and in the inbox: one that is renamed says so by `@Formerly`, and a
 * migration renames its rows. It must not talk to the network.
 */
export function On<const T extends EventType>(...types: T[]) {
  const set = SetMetadata(LISTENS_TO, types);
  return <M extends Listener<T>>(target: object, key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    set(target, key, descriptor);
  };
}

export const FORMERLY = 'keel:formerly';

/** Names that a listener had before: deliveries that wait in the queue under one of them are still its own, and are made once. */
export function Formerly(...names: string[]): MethodDecorator {
  return SetMetadata(FORMERLY, names);
}
