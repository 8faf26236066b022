import { randomUUIDv7 } from 'node:crypto';
import { PERMISSIONS, type Permission } from '@keel/contracts';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { houseClock } from '../clock/house-clock.js';

/** Who acts: a signed-in person, a program's key, a patient's link, or Keel itself. */
export type Actor = { type: 'user' | 'key' | 'link' | 'system'; id: string };

/** An Idempotency-Key with the fingerprint of the request that carried it. */
export interface Idempotency {
  key: string;
  fingerprint: string;
  /** Set by the first outermost transaction, which alone is guarded. */
  used: boolean;
  /** The answer holds a secret that is shown once: it is not kept, and a repeat is told so. */
  shownOnce?: boolean;
}

/** Whose records were in sight, and what of them. */
export interface Shown {
  /** What kind of information, e.g. `patient.demographics`, `note`. */
  what: string;
  patientIds: readonly string[];
}

/** The first argument of everything: whose clinic, who asks, what they may do, and the open transaction if there is one. */
export interface Ctx {
  readonly clinicId: string;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
  /** Of a key: the login of the member whose rights bound it. */
  readonly makerId?: string | undefined;
  /** The session or the key that the caller came with; absent for everybody else. */
  readonly credentialId?: string | undefined;
  /** Of a session: which generation of what opens the person's account the guard saw. */
  readonly accessGeneration?: number | undefined;
  /** True for a while after a person has proved who they are; what `@NeedsStepUp` asks. Programs are not asked. */
  readonly steppedUp?: boolean | undefined;
  /** True where the clinic demands a second factor that the person has not: little is open until then. */
  readonly mustEnrolFactor?: boolean | undefined;
  readonly requestId: string;
  readonly ip?: string | undefined;
  /** When this work counts as happening; absent means now. Set by the demo clinic and by tests, never by a request. */
  readonly at?: Date | undefined;
  readonly idempotency?: Idempotency | undefined;
  readonly tx?: EntityManager | undefined;
}

export interface TxCtx extends Ctx {
  readonly tx: EntityManager;
  /** The connection that the transaction is open on. */
  readonly connection: pg.PoolClient;
  /** Statements that nobody waits for but the commit. */
  readonly unanswered: Promise<unknown>[];
  /** Records read in the open transaction: its end takes their audit rows along if it is not a commit. */
  readonly looked: Shown[];
  /** Records changed in it. */
  readonly changed: Shown[];
  /** Records read in it to be changed: whoever got no audit row of a look or a change by its end was shown as they are. */
  readonly held: Shown[];
  /** Run once the transaction has committed, and never if it does not: for signals, since nobody waits for them. */
  readonly afterCommit: (() => void)[];
}

/** The instant that work under `ctx` happens at, by the database's clock; services ask this and never the system's. */
export function now(ctx: Pick<Ctx, 'at'>): Date {
  return ctx.at ?? new Date(houseClock.now());
}

let latest = '';

/**
 * A time-ordered UUID (version 7), so that new rows land at the end of their index. Each is greater than the one before, within
 * a millisecond too (RFC 9562, 6.2, method 3): what happened in one go is listed as it happened.
 */
export function newId(): string {
  const id = randomUUIDv7();
  latest = id > latest ? id : after(latest, id);
  return latest;
}

/** `id` with the time and the twelve bits behind it of one more than `before`. */
function after(before: string, id: string): string {
  const [high = '', low = '', bits = ''] = before.split('-');
  const next = (BigInt(`0x${high}${low}${bits.slice(1)}`) + 1n).toString(16).padStart(15, '0');
  return `${next.slice(0, 8)}-${next.slice(8, 12)}-7${next.slice(12)}${id.slice(18)}`;
}

/** The person who acts, by themselves or by a key of theirs; null for a patient's link and for Keel itself. */
export function loginBehind({ actor, makerId }: Pick<Ctx, 'actor' | 'makerId'>): string | null {
  if (actor.type === 'user') return actor.id;
  return actor.type === 'key' ? (makerId ?? null) : null;
}

/** The context of Keel's own work, such as a listener: every permission, in one clinic. */
export function systemCtx(clinicId: string, name: string): Ctx {
  return { clinicId, actor: { type: 'system', id: name }, permissions: new Set(PERMISSIONS), requestId: newId() };
}
