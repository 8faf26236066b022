import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Config } from '../platform/index.js';

/** argon2id is the package's default algorithm; a const enum of it cannot be imported under isolatedModules. */
const ARGON2ID = 2;

/** Hashes and checks passwords with argon2id (OWASP parameters by default), a few at a time so that sign-ins cannot starve the rest. */
@Injectable()
export class Passwords {
  private readonly options: { algorithm: number; memoryCost: number; timeCost: number; parallelism: number };
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private decoy: Promise<string> | undefined;

  constructor(private readonly config: Config) {
    this.options = { algorithm: ARGON2ID, memoryCost: config.passwordMemoryKiB, timeCost: 2, parallelism: 1 };
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, this.options));
  }

  /** Checks against a decoy where there is no account or no password yet, so that both answers take the same time. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this password');
    const against = stored ?? (await this.decoy);
    const matches = await this.inTurn(() => verify(against, password));
    return matches && stored !== null && stored !== undefined;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.config.passwordConcurrency) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      return await work();
    } finally {
      // The slot is handed over, not freed, so that nobody slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
