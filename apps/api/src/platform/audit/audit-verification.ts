import { Injectable } from '@nestjs/common';
import { type Ctx, now } from '../context/ctx.js';
import { AuditSeals, FIRST_ID } from './audit-seals.js';
import { hashEntries, hashSeal, madeAt, NO_SEAL, same, type Seal } from './seal-chain.js';

const MOST_SEALS = 500;
const MOST_IDS = 20;
/** Signing up writes audit rows, which are sealed within minutes: a clinic that is older and has no seal was robbed of its chain. */
const UNSEALED_MS = 60 * 60_000;

export const AUDIT_FAULTS = ['changed', 'removed', 'planted', 'broken_chain', 'bad_signature', 'empty_chain'] as const;

export interface AuditFault {
  kind: (typeof AUDIT_FAULTS)[number];
  seal: number;
  entryIds: string[];
}

export interface AuditVerification {
  seals: number;
  entries: number;
  faults: AuditFault[];
  head: Seal | undefined;
  waiting: number;
  /** Number of the seal to go on after; undefined at the end of the chain. */
  next: number | undefined;
}

/** Reads a clinic's chain again, from the rows themselves, and tells what does not fit. */
@Injectable()
export class AuditVerifier {
  constructor(private readonly seals: AuditSeals) {}

  /** The seals after this number, so many at once; a head kept elsewhere is looked for in the whole chain. */
  async verify(ctx: Ctx, after: number, kept?: { number: number; hash: string }): Promise<AuditVerification> {
    const [before] = after > 0 ? await this.seals.after(ctx, after - 1, 1) : [];
    const page = await this.seals.after(ctx, after, MOST_SEALS);
    const head = await this.seals.head(ctx);
    const faults: AuditFault[] = [];
    let previous = { number: after, hash: before?.hash ?? NO_SEAL, uptoId: before?.uptoId ?? FIRST_ID };
    for (const seal of page) {
      faults.push(...(await this.faultsOf(ctx, seal, previous)));
      previous = seal;
    }
    const planted = await this.seals.inNoSeal(ctx, before?.uptoId ?? FIRST_ID, previous.uptoId);
    if (planted.length > 0) faults.push({ kind: 'planted', seal: previous.number, entryIds: planted.slice(0, MOST_IDS) });
    if (!head && now(ctx).getTime() - madeAt(ctx.clinicId) > UNSEALED_MS) faults.push({ kind: 'empty_chain', seal: 0, entryIds: [] });
    if (kept && !(await this.keeps(ctx, kept))) faults.push({ kind: 'broken_chain', seal: kept.number, entryIds: [] });
    return {
      seals: page.length,
      entries: page.reduce((sum, seal) => sum + seal.entryIds.length, 0),
      faults,
      head,
      waiting: await this.seals.waiting(ctx, head),
      next: head && previous.number < head.number ? previous.number : undefined,
    };
  }

  private async faultsOf(ctx: Ctx, seal: Seal, previous: Pick<Seal, 'number' | 'hash'>): Promise<AuditFault[]> {
    const faults: AuditFault[] = [];
    const add = (kind: AuditFault['kind'], entryIds: string[] = []) =>
      faults.push({ kind, seal: seal.number, entryIds: entryIds.slice(0, MOST_IDS) });
    const entries = await this.seals.entries(ctx, seal.entryIds);
    const found = new Set(entries.map(({ id }) => id));
    const gone = seal.entryIds.filter((id) => !found.has(id));
    if (gone.length > 0) add('removed', gone);
    else if (!same(hashEntries(entries), seal.entriesHash)) add('changed');
    const whole = same(hashSeal(ctx.clinicId, seal), seal.hash);
    if (!whole || seal.number !== previous.number + 1 || !same(seal.previousHash, previous.hash)) add('broken_chain');
    if (!same(await this.seals.sign(ctx, seal.hash), seal.signature)) add('bad_signature');
    return faults;
  }

  private async keeps(ctx: Ctx, kept: { number: number; hash: string }): Promise<boolean> {
    const [seal] = await this.seals.after(ctx, kept.number - 1, 1);
    return seal?.number === kept.number && seal.hash.toString('hex') === kept.hash;
  }
}
