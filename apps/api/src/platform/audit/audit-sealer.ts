import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import { systemCtx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { Rounds } from '../upkeep/rounds.js';
import { AuditSeals } from './audit-seals.js';
import { keepHeads, type KeptHead, type KeptHeads } from './kept-heads.js';

/** Seals the audit rows of every clinic now and then. */
@Injectable()
export class AuditSealer implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(AuditSealer.name);
  private sealing: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly seals: AuditSeals,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.every('seal-audit', this.config.auditSealEveryMs, () => this.sealAll());
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.sealing;
  }

  /** One round at a time. */
  sealAll(): Promise<void> {
    this.sealing ??= this.round().finally(() => (this.sealing = undefined));
    return this.sealing;
  }

  private async round(): Promise<void> {
    try {
      const heads: KeptHeads = {};
      for (const { clinicId } of await this.db.definerFunction<{ clinicId: string }>('clinics_to_seal', [])) {
        const head = await this.sealClinic(clinicId);
        if (head) heads[clinicId] = head;
      }
      this.keep(heads);
    } catch (error) {
      this.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'Audit rows will be sealed by the next round');
    }
  }

  private keep(heads: KeptHeads): void {
    const { auditHeadsPath } = this.config;
    if (!auditHeadsPath || Object.keys(heads).length === 0) return;
    try {
      keepHeads(auditHeadsPath, heads);
    } catch {
      this.logger.warn('The heads of the audit chains could not be kept outside the database; the log alone has them');
    }
  }

  /** @returns the head of the chain, where something was sealed */
  private async sealClinic(clinicId: string): Promise<KeptHead | undefined> {
    const ctx = systemCtx(clinicId, 'audit-sealer');
    let head: KeptHead | undefined;
    for (;;) {
      const seal = this.stopped ? undefined : await this.seals.seal(ctx);
      if (!seal) return head;
      head = { number: seal.number, hash: seal.hash.toString('hex') };
      // The log is kept elsewhere than the database: a chain that was cut short is told by it.
      this.logger.log({ clinicId, seal: seal.number, entries: seal.entryIds.length, hash: head.hash }, 'Audit rows sealed');
    }
  }
}
