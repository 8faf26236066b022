import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Config, Turns } from '../platform/index.js';

/** argon2id is the package's default algorithm; a const enum of it cannot be imported under isolatedModules. */
const ARGON2ID = 2;
/** A few seconds' work; beyond it people are told to try again. Who somebody is, is not known before: all are one party. */
const WAITING = 200;
const EVERYBODY = '';

/** Hashes and checks passwords with argon2id (OWASP parameters by default), a few at a time so that sign-ins cannot starve the rest. */
@Injectable()
export class Passwords {
  private readonly options: { algorithm: number; memoryCost: number; timeCost: number; parallelism: number };
  private readonly turns: Turns;
  private decoy: Promise<string> | undefined;

  constructor(config: Config) {
    this.turns = new Turns({ atOnce: config.passwordConcurrency, waiting: WAITING, waitingOfOne: WAITING });
    this.options = { algorithm: ARGON2ID, memoryCost: config.passwordMemoryKiB, timeCost: 2, parallelism: 1 };
  }

  hash(password: string): Promise<string> {
    return this.turns.inTurn(EVERYBODY, () => hash(password, this.options));
  }

  /** Checks against a decoy where there is no account or no password yet, so that both answers take the same time. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this password');
    const against = stored ?? (await this.decoy);
    const matches = await this.turns.inTurn(EVERYBODY, () => verify(against, password));
    return matches && stored !== null && stored !== undefined;
  }
}
