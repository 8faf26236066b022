import { Injectable, Logger } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { Config } from '../config/config.js';

/** How long a refusal is remembered; after twice as long at most it is forgotten. */
const WINDOW_MS = 15 * 60_000;
/** So many callers are counted apart. What comes after them is counted as one, so that a flood of addresses fills no memory. */
const MOST_CALLERS = 10_000;
const EVERYBODY_ELSE = 'others';

/**
 * Bad requests, and what is not allowed, not there, too large or too often. Conflicts (409, 412, 422) are a clinic's daily
 * business and say nothing of anybody's intent; screens whose session has ended ask in vain (401), and wrong passwords have
 * a count of their own.
 */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 404, 405, 413, 429]);

export function isRefusal(status: number): boolean {
  return REFUSALS.has(status);
}

/** Refusals by caller, in a window of time and the one before it. */
export class RefusalCounts {
  private now = new Map<string, number>();
  private before = new Map<string, number>();
  private begun = 0;

  /** Counts one more, and says how many that caller has had in this window. */
  add(caller: string, at: number): number {
    this.turn(at);
    const key = this.now.has(caller) || this.now.size < MOST_CALLERS ? caller : EVERYBODY_ELSE;
    const count = (this.now.get(key) ?? 0) + 1;
    this.now.set(key, count);
    return count;
  }

  /** The most that one caller has had in this window or in the one before it; of those whose name begins so. */
  most(at: number, beginning = ''): number {
    this.turn(at);
    let most = 0;
    for (const counts of [this.now, this.before]) {
      for (const [caller, count] of counts) if (caller.startsWith(beginning)) most = Math.max(most, count);
    }
    return most;
  }

  private turn(at: number): void {
    const windows = Math.floor((at - this.begun) / WINDOW_MS);
    if (windows < 1) return;
    this.before = windows === 1 ? this.now : new Map();
    this.now = new Map();
    this.begun = windows === 1 ? this.begun + WINDOW_MS : at;
  }
}

export interface Refused {
  status: number;
  route: string;
  network: string;
  clinicId?: string | undefined;
  actor?: { type: string; id: string } | undefined;
}

/**
 * Tells of somebody who is refused again and again: a person meets a handful of refusals in a day, a program that tries
 * doors one after the other hundreds (ASVS 5.0, 16.3.3). Each process counts what it answers itself.
 */
@Injectable()
export class Refusals {
  private readonly logger = new Logger(Refusals.name);
  private readonly counts = new RefusalCounts();
  private readonly threshold: number;

  constructor(config: Config, alarms: Alarms) {
    this.threshold = config.alarms.refusals;
    alarms.watch({
      code: 'refusals',
      threshold: this.threshold,
      raisedWhen: 'atLeast',
      read: () => Promise.resolve(this.counts.most(Date.now())),
      // Of its own people and keys; a network that nobody is signed in from is of no clinic, and so are those who are counted as one.
      clinics: ({ clinicId }) => Promise.resolve(this.counts.most(Date.now(), ofClinic(clinicId))),
    });
  }

  answered({ status, route, network, clinicId, actor }: Refused): void {
    if (!isRefusal(status)) return;
    const refusals = this.counts.add(actor && clinicId ? `${ofClinic(clinicId)}${actor.type} ${actor.id}` : network, Date.now());
    // Said once for each caller and window: the lines before it have each route.
    if (refusals !== this.threshold) return;
    this.logger.warn({ refusals, network, clinicId, actor, lastRoute: route, lastStatus: status }, 'Somebody is refused again and again');
  }
}

const ofClinic = (clinicId: string) => `${clinicId} `;
