/*
 * How to add a stand-in for a provider
 *
 * 1. A folder beside this one, named after the provider, with a class that implements `StandIn` below. It gets the shell's tools in
 *    its constructor and imports nothing but its own folder and the shell (dependency-cruiser holds it to that).
 * 2. What arrives is written to `tools.journal` (taken as a `JournalOf` its own entries), and `entries` says how each kind is applied: at
 *    once when it is written, and again, in the same order, at the next start. What is only kept in memory is lost with the process.
 * 3. `wire` speaks the provider's own protocol under its own addresses; another port than HTTP's is opened in `start` (see `smtp`).
 * 4. Where the provider would go wrong, ask `tools.faults.take(channel, kind, to)`, and name these channels and kinds in `faults`: they
 *    can then be ordered over HTTP and from the page. What a usual kind means stands in faults.ts; keep its meaning.
 * 5. `control` is what people and tests ask: what arrived, and acting as the other side. `tools.callbacks` posts to the application.
 * 6. `page/section.js` beside the class shows it (see `shell/page/page.js`), its words in English and French, and the members of `view`
 *    are what it draws.
 * 7. A line in the list of `sandbox.ts`. `shell.e2e-spec.ts` has the smallest stand-in there can be.
 *
 * All stand-ins share one journal, one address and one page, so a kind of entry, a route, a channel and a member of `view` belong to
 * one of them; the sandbox does not start where two claim the same.
 */
import type { Callbacks } from './callbacks.ts';
import type { Faults, KnownFaults } from './faults.ts';
import type { Handler, Routes } from './http.ts';
import type { Journal } from './journal.ts';

/** What the shell lends to every stand-in. */
export interface Tools {
  journal: Journal;
  faults: Faults;
  callbacks: Callbacks;
}

export interface StandIn {
  /** In small letters; its page is served under it. */
  readonly name: string;
  readonly faults: KnownFaults;
  /** How its entries in the journal are applied, by their kind. */
  readonly entries: Readonly<Record<string, (entry: never) => void>>;
  /** The provider's own HTTP protocol, by the beginning of its paths. It checks for itself who asks. */
  readonly wire?: Readonly<Record<`/${string}`, Handler>>;
  /** Its part of the control API. */
  readonly control: Routes;
  /** What its section of the page draws: these members of what `GET /view` answers. */
  readonly view: Readonly<Record<string, () => unknown>>;
  /** The folder with `section.js`, and with all that this imports. */
  readonly page: URL;
  /** Forgets everything it applied. */
  clear(): void;
  /** Called once the journal is read and before the first request: goes on with what was on its way, opens ports. */
  start?(): void | Promise<void>;
  /** Called also where it was never started. What it does before its first `await` is done before anything else stops. */
  stop?(): void | Promise<void>;
}
