import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { Config } from '../config/config.js';
import { type Ctx, systemCtx } from '../context/ctx.js';
import { NOT_PERSONAL } from '../database/access.js';
import { Db } from '../database/db.js';
import { Rounds } from '../upkeep/rounds.js';
import { type AuditFault, AuditVerifier } from './audit-verification.js';
import { type KeptHead, readHeads } from './kept-heads.js';

type Chain = 'whole' | 'broken' | 'unread';

/**
 * Reads every clinic's audit chain again by schedule and raises an alarm where something does not fit. It begins from what is kept
 * outside the database, so that a chain which was cut short, or taken away with its whole clinic, is told as well. One process
 * reads at a time, and what it found is kept for all: each tells it at /metrics, and to the clinic. Whoever owns the database could
 * take that away, until the next round; the log has it too.
 */
@Injectable()
export class AuditWatch implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(AuditWatch.name);
  private verifying: Promise<number> | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly verifier: AuditVerifier,
    private readonly alarms: Alarms,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.alarms.watch({
      code: 'audit_broken',
      threshold: 1,
      raisedWhen: 'atLeast',
      read: () => this.found(),
      clinics: (ctx) => this.foundOf(ctx),
    });
    this.rounds.every('verify-audit', this.config.auditVerifyEveryMs, async () => void (await this.verifyAll()));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.verifying;
  }

  /** One round at a time. @returns how many clinics' chains are not whole */
  verifyAll(): Promise<number> {
    this.verifying ??= this.round().finally(() => (this.verifying = undefined));
    return this.verifying;
  }

  /** Of all clinics; undefined before the first round. */
  private async found(): Promise<number | undefined> {
    const [round] = await this.db.definerFunction<{ readAt: Date | null; many: number }>('audit_round', []);
    return round?.readAt ? round.many : undefined;
  }

  private async foundOf(ctx: Ctx): Promise<number | undefined> {
    const [broken] = await this.db.read<{ since: Date }>(ctx, NOT_PERSONAL, 'SELECT since FROM audit_broken');
    return broken ? 1 : 0;
  }

  private async round(): Promise<number> {
    const kept = this.config.auditHeadsPath ? readHeads(this.config.auditHeadsPath) : {};
    const clinics = (await this.db.definerFunction<{ clinicId: string }>('clinics_to_verify', [])).map(({ clinicId }) => clinicId);
    const [broken, unread]: [string[], string[]] = [[], []];
    for (const clinicId of new Set([...clinics, ...Object.keys(kept)])) {
      const chain = this.stopped ? 'unread' : await this.look(clinicId, kept[clinicId]);
      if (chain !== 'whole') (chain === 'broken' ? broken : unread).push(clinicId);
    }
    const [noted] = await this.db.definerFunction<{ many: number }>('note_audit_round', [broken, unread]);
    return noted?.many ?? 0;
  }

  private async look(clinicId: string, kept: KeptHead | undefined): Promise<Chain> {
    const ctx = systemCtx(clinicId, 'audit-watch');
    const faults: AuditFault[] = [];
    try {
      for (let after: number | undefined = 0; after !== undefined;) {
        if (this.stopped) return 'unread';
        const found = await this.verifier.verify(ctx, after, after === 0 ? kept : undefined);
        faults.push(...found.faults);
        after = found.next;
      }
    } catch (error) {
      // Not a finding: the next round looks again.
      this.logger.warn({ clinicId, error: error instanceof Error ? error.name : 'unknown' }, 'The audit chain could not be read');
      return 'unread';
    }
    const first = faults[0];
    if (first) this.logger.error({ clinicId, fault: first.kind, seal: first.seal, faults: faults.length }, 'The audit was tampered with');
    return first ? 'broken' : 'whole';
  }
}
