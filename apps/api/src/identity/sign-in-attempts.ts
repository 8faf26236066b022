import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Config, Db, Metrics, type Requester } from '../platform/index.js';
import { type AccountAlertKind, AccountRecords } from './account-records.js';
import { Devices } from './devices.js';
import { foldAddress } from './fold-address.js';
import { TooManySignInsError } from './identity.errors.js';
import { SignInLimiter } from './sign-in-limiter.js';

/** Failures that cost nothing: people forget which of their passwords it was. */
const FREE = 10;
const LONGEST = '15 minutes';
/** When the person is told: of wrong passwords at the fifth, since people forget which of theirs it was. */
const TOLD_AT = 5;
/** Of wrong factors at the second: whoever comes that far has the password, and people mistype a code once. */
const TOLD_AT_FACTOR = 2;
/** Every refusal takes this long, whatever there was to write down. */
const REFUSE_AFTER_MS = 250;

/** At the password of whichever account has an address, or at the second factor of a person. */
export interface Guess {
  at: 'password' | 'sign_up' | 'factor';
  email?: string;
  userId?: string;
}

/** One that was let through and is not known to be right yet. */
export interface Attempt extends Guess {
  requester: Requester;
  key: Buffer;
  /** With this one, if it fails. */
  failures: number;
}

/**
 * Slows down guessing: by network address in the limiter, and by account in the database, for all processes. After ten failures
 * each doubles the wait for the next, up to a quarter of an hour. A browser that the person has signed in from before is counted
 * apart, so that whoever guesses from elsewhere cannot lock its person out (OWASP's device cookies).
 */
@Injectable()
export class SignInAttempts {
  private readonly logger = new Logger(SignInAttempts.name);

  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly limiter: SignInLimiter,
    private readonly devices: Devices,
    private readonly records: AccountRecords,
    private readonly metrics: Metrics,
  ) {}

  /** Counts it before it is made. @throws TooManySignInsError */
  async begin(made: Guess, requester: Requester): Promise<Attempt> {
    const guess = made.email === undefined ? made : { ...made, email: await foldAddress(this.db, made.email) };
    await this.limiter.attempt(limited(guess), requester.ip);
    const device = await this.devices.known(guess, requester);
    const who = guess.at === 'factor' ? ['factor', guess.userId] : ['password', guess.email];
    const key = createHmac('sha256', this.config.sessionSecret)
      .update(JSON.stringify(['sign-in', ...who, device?.toString('hex') ?? '']))
      .digest();
    if (!this.config.rateLimit) return { ...guess, requester, key, failures: 0 };
    const [counted] = await this.db.definerFunction<{ waitSeconds: number; failures: number }>('count_sign_in', [key, FREE, LONGEST]);
    if (counted && counted.waitSeconds > 0) {
      this.metrics.signedIn('slowed');
      throw new TooManySignInsError(counted.waitSeconds);
    }
    return { ...guess, requester, key, failures: counted?.failures ?? 0 };
  }

  /**
   * Only failures stay counted. An unproved account takes back its own attempt alone: whoever signs up with somebody's address must
   * not forget the guesses at that somebody's password.
   */
  async succeeded(attempt: Attempt, proved: boolean): Promise<void> {
    await this.limiter.succeeded(limited(attempt), attempt.requester.ip, proved);
    if (this.config.rateLimit) await this.db.definerFunction('forget_sign_ins', [attempt.key, proved]);
    this.metrics.signedIn('succeeded');
  }

  /**
   * Writes a failure down: into the audit of each clinic of the account; for an address that no account has proved, as a line of
   * the log without the address. The person is told of several, sooner where the password was right already; of wrong
   * passwords once a week at most, however long it goes on.
   */
  async failed(attempt: Attempt): Promise<void> {
    await Promise.all([this.writeDown(attempt), pause(REFUSE_AFTER_MS)]);
  }

  /** The same without waiting: for an answer that must take as long whether or not the address is known. */
  failedMeanwhile(attempt: Attempt): void {
    this.writeDown(attempt).catch((error: unknown) => {
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'A failed sign-in was not written down');
    });
  }

  /** Tells the person by mail. */
  tell(userId: string, requester: Requester, kind: AccountAlertKind): Promise<void> {
    return this.records.alert(userId, requester, kind);
  }

  private async writeDown({ requester, failures, at, ...guess }: Attempt): Promise<void> {
    const userId = guess.userId ?? (await this.personAt(guess.email ?? ''));
    if (!userId) {
      if (at === 'sign_up') return;
      this.metrics.signedIn('unknown');
      this.logger.warn({ requestId: requester.requestId, ip: requester.ip }, 'A sign-in named an address that nobody has proved');
      return;
    }
    this.metrics.signedIn(at === 'factor' ? 'wrong_factor' : 'wrong_password');
    const wrong = at === 'factor' ? ({ what: 'session.factor' } as const) : ({ what: 'session.password' } as const);
    const fact = { ...wrong, action: 'sign_in_failed', entityId: userId } as const;
    await this.records.everywhere(userId, requester, fact, alertOf(at, failures));
  }

  /**
   * Whose the address is. Not who merely says so: their clinic would read of every guess, and of none where the address has an
   * account, and so learn which it is.
   */
  private async personAt(email: string): Promise<string | undefined> {
    const [account] = await this.db.definerFunction<{ userId: string; proved: boolean }>('accounts_of_address', [email]);
    return account?.proved ? account.userId : undefined;
  }
}

const limited = ({ at, email, userId }: Guess) => (at === 'factor' ? `factor ${userId}` : (email ?? ''));

function alertOf(at: Guess['at'], failures: number): AccountAlertKind | undefined {
  if (at === 'factor') return failures === TOLD_AT_FACTOR ? 'factor_failures' : undefined;
  return failures === TOLD_AT ? 'failures' : undefined;
}
