import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { Config } from '../config/config.js';
import { systemCtx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { type AuditFault, AuditVerifier } from './audit-verification.js';
import { type KeptHead, readHeads } from './kept-heads.js';

/**
 * Reads every clinic's audit chain again by schedule, in the processes that work, and raises an alarm where something does not
 * fit. It begins from what is kept outside the database, so that a chain which was cut short, or taken away with its whole
 * clinic, is told as well.
 */
@Injectable()
export class AuditWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AuditWatch.name);
  private timer: NodeJS.Timeout | undefined;
  private verifying: Promise<number> | undefined;
  private stopped = false;
  /** Whose chains are not whole; undefined before the first round. */
  private broken: ReadonlySet<string> | undefined;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly verifier: AuditVerifier,
    private readonly alarms: Alarms,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runsWorkers) return;
    this.alarms.watch({
      code: 'audit_broken',
      threshold: 1,
      raisedWhen: 'atLeast',
      read: async () => this.broken?.size,
      clinics: async ({ clinicId }) => this.broken && Number(this.broken.has(clinicId)),
    });
    this.timer = setInterval(() => void this.verifyAll(), this.config.auditVerifyEveryMs);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.verifying;
  }

  /** One round at a time. @returns how many clinics' chains are not whole */
  verifyAll(): Promise<number> {
    this.verifying ??= this.round().finally(() => (this.verifying = undefined));
    return this.verifying;
  }

  private async round(): Promise<number> {
    const kept = this.config.auditHeadsPath ? readHeads(this.config.auditHeadsPath) : {};
    const clinics = (await this.db.definerFunction<{ clinicId: string }>('clinics_to_verify', [])).map(({ clinicId }) => clinicId);
    const broken = new Set<string>();
    for (const clinicId of new Set([...clinics, ...Object.keys(kept)])) {
      if (this.stopped) break;
      if (await this.isBroken(clinicId, kept[clinicId])) broken.add(clinicId);
    }
    this.broken = broken;
    return broken.size;
  }

  private async isBroken(clinicId: string, kept: KeptHead | undefined): Promise<boolean> {
    const ctx = systemCtx(clinicId, 'audit-watch');
    const faults: AuditFault[] = [];
    try {
      for (let after: number | undefined = 0; after !== undefined && !this.stopped;) {
        const found = await this.verifier.verify(ctx, after, after === 0 ? kept : undefined);
        faults.push(...found.faults);
        after = found.next;
      }
    } catch (error) {
      // Not a finding: the next round looks again.
      this.logger.warn({ clinicId, error: error instanceof Error ? error.name : 'unknown' }, 'The audit chain could not be read');
      return false;
    }
    const first = faults[0];
    if (first) this.logger.error({ clinicId, fault: first.kind, seal: first.seal, faults: faults.length }, 'The audit was tampered with');
    return first !== undefined;
  }
}
