import type { AlarmCode } from '@keel/contracts';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { Ctx } from '../context/ctx.js';

/** One figure that is watched; `undefined` is what cannot be known here, and raises nothing. */
interface Watch {
  code: AlarmCode;
  threshold: number;
  /** Raised at the threshold and above it, or below it. */
  raisedWhen: 'atLeast' | 'below';
  read(): Promise<number | undefined>;
  /**
   * What a clinic is told. `same` is for what all stand on together, such as the disk: no figure of a clinic is in it. Anything
   * that counts what clinics do is counted for each apart, or is told to nobody but whoever runs the installation.
   */
  clinics: 'same' | 'nothing' | ((ctx: Ctx) => Promise<number | undefined>);
}

interface Alarm {
  code: AlarmCode;
  value: number;
  threshold: number;
}

const SAYS: Readonly<Record<AlarmCode, string>> = {
  dead_letters: 'Deliveries of events were given up: see Settings, Failures, for why; they are tried again by themselves',
  event_backlog: 'Events wait too long to be handled: look at the workers and at the database',
  disk_space: 'The disk that holds the data is nearly full: make room before nothing can be saved',
  messages_late: 'Messages leave later than a minute after their time: look at the workers and the providers',
  email_failing: 'The mail server does not take what it is given: look at SMTP_URL and at the server',
  audit_broken:
    'The audit of a clinic was tampered with: see Settings, Audit, for what does not fit, and keep the log and the backups as they are',
  backup_stale: 'No backup of late was made and verified: see backup.log in the data folder for why',
  log_not_archived:
    'What was written lately is in no backup yet: see backup.log in the data folder for why, and look at where KEEL_BACKUP_TO leads',
  stray_texts:
    'Texts came in of which nobody knows whose they are: read them in the log of the SMS provider and tell the clinic that they are for',
  refusals: 'Somebody is refused again and again: look in the log for who, and whether a key or a session must end',
  sms_failing: 'The SMS provider does not take what it is given: look at TWILIO_* and at its status',
};

export function isRaised({ threshold, raisedWhen }: Pick<Watch, 'threshold' | 'raisedWhen'>, value: number): boolean {
  return raisedWhen === 'atLeast' ? value >= threshold : value < threshold;
}

/**
 * Looks at figures now and then and says when one is past its threshold, and when it is back: in the log by the processes that
 * work and as figures at /metrics, and to each clinic, of what concerns it, on the screen of failures. Nothing is stored: an alarm is what is true at the last look.
 */
@Injectable()
export class Alarms implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Alarms.name);
  private readonly watches: Watch[] = [];
  private readonly values = new Map<AlarmCode, number>();
  private readonly raised = new Set<AlarmCode>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly config: Config) {}

  watch(watch: Watch): void {
    this.watches.push(watch);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), this.config.alarms.lookEveryMs);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Every watched figure as of the last look, raised or not. */
  figures(): (Alarm & { raised: boolean })[] {
    return this.watches.flatMap(({ code, threshold }) => {
      const value = this.values.get(code);
      return value === undefined ? [] : [{ code, value, threshold, raised: this.raised.has(code) }];
    });
  }

  /** What is past its threshold now, of the whole installation. */
  async current(): Promise<Alarm[]> {
    await this.look();
    return this.figures()
      .filter(({ raised }) => raised)
      .map(({ code, value, threshold }) => ({ code, value, threshold }));
  }

  /** What one clinic must be told of now: its own figures, and those of what all stand on. */
  async of(ctx: Ctx): Promise<Alarm[]> {
    await this.look();
    const told: Alarm[] = [];
    for (const watch of this.watches) {
      const { code, threshold, clinics } = watch;
      if (clinics === 'nothing') continue;
      const value = clinics === 'same' ? this.values.get(code) : await clinics(ctx);
      if (value !== undefined && isRaised(watch, value)) told.push({ code, value, threshold });
    }
    return told;
  }

  /** One look at a time. */
  look(): Promise<void> {
    this.looking ??= this.lookAtAll().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookAtAll(): Promise<void> {
    for (const watch of this.watches) {
      // What cannot be read now is said by whoever watches the database; the last figure stands.
      const value = await watch.read().catch(() => this.values.get(watch.code));
      if (value === undefined) continue;
      this.values.set(watch.code, value);
      this.tell(watch, value);
    }
  }

  private tell(watch: Watch, value: number): void {
    const { code, threshold } = watch;
    const raised = isRaised(watch, value);
    if (raised === this.raised.has(code)) return;
    if (raised) this.raised.add(code);
    else this.raised.delete(code);
    if (!this.config.runsWorkers) return;
    const figures = { alarm: code, value, threshold };
    if (raised) this.logger.error(figures, SAYS[code]);
    else this.logger.log(figures, 'An alarm has cleared');
  }
}
