import type { Instant } from '@keel/calendar';

/** Whose taken time is: of exactly one of these. */
export interface Owner {
  kind: 'appointment' | 'group' | 'hold';
  id: string;
}

/** A practitioner, room or device that is needed, and for how long it is kept free before and after. */
export interface Need {
  resourceId: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

/** What somebody would take instead, were the time refused. */
export interface Wish {
  serviceId: string;
  practitionerId: string;
  start: Instant;
  durationMinutes: number;
}

/** Time that is wanted of everything that is needed for it, or of none of it. */
export interface Claim {
  owner: Owner;
  needs: readonly Need[];
  start: Date;
  end: Date;
  /** Over whoever is there already, and over time off. */
  overbook: boolean;
  /** Null where only this very time will do. */
  wish: Wish | null;
}

/** The time of one resource, its buffers inside. */
export interface Stretch {
  resourceId: string;
  start: Date;
  end: Date;
}

/** The one way in which time is refused; answered outside the transaction, where free times that may be taken instead are looked up. */
export class TimeRefused extends Error {
  /** `aborted`: the database ended the transaction by it, so that nothing more can be read there. */
  constructor(
    readonly reason: 'taken' | 'away',
    readonly claim: Claim,
    readonly aborted: boolean = false,
  ) {
    super(`The time is ${reason}`);
  }
}
