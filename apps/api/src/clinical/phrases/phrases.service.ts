import type { Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  Audit,
  Crypto,
  type Ctx,
  Db,
  ForbiddenProblem,
  type IfMatchValue,
  InvalidProblem,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  type TxCtx,
  violatedConstraint,
  wholePage,
} from '../../platform/index.js';
import { PhraseLimitError, PhraseTakenError } from '../clinical.errors.js';
import { Phrase } from './phrase.entity.js';
import type { CreatePhraseDto, PhraseDto, UpdatePhraseDto } from './phrases.dto.js';

/** The caller's own and the clinic's; a colleague's are nobody else's business. */
const SELECT = `SELECT id, trigger, text, user_id IS NULL AS shared, version FROM phrase WHERE (user_id IS NULL OR user_id = $1::uuid)`;
const MOST_PHRASES = 500;
/** By PostgreSQL of the key over clinic, owner and trigger. */
const ONE_TRIGGER = 'phrase_clinic_id_user_id_trigger_key';

type Row = Omit<PhraseDto, 'text'> & { text: Buffer };

/** Texts that are written often: each member's own, and those of the whole clinic. */
@Injectable()
export class PhrasesService {
  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly audit: Audit,
  ) {}

  /** All of them at once, by their word: they are looked through while somebody types. */
  async list(ctx: Ctx): Promise<Page<PhraseDto>> {
    const rows = await this.db.read<Row>(ctx, NOT_PERSONAL, `${SELECT} ORDER BY trigger, id LIMIT ${2 * MOST_PHRASES}`, [userOf(ctx)]);
    return wholePage(await Promise.all(rows.map((row) => this.open(ctx, row))));
  }

  async get(ctx: Ctx, id: string): Promise<PhraseDto> {
    const [row] = await this.db.read<Row>(ctx, NOT_PERSONAL, `${SELECT} AND id = $2`, [userOf(ctx), id]);
    if (!row) throw new NotFoundProblem('phrase');
    return this.open(ctx, row);
  }

  async create(ctx: Ctx, { trigger, text, shared = false }: CreatePhraseDto): Promise<PhraseDto> {
    const userId = shared ? null : userOf(ctx);
    if (!shared && !userId) throw new InvalidProblem([{ pointer: '/shared', detail: 'A program has no phrases of its own; send true.' }]);
    assertMay(ctx, shared);
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      const counted = await ctx.tx.query<{ count: number }[]>(
        'SELECT count(*)::int AS count FROM phrase WHERE user_id IS NOT DISTINCT FROM $1::uuid',
        [userId],
      );
      if ((counted[0]?.count ?? 0) >= MOST_PHRASES) throw new PhraseLimitError(MOST_PHRASES);
      const row = { clinicId: ctx.clinicId, id, userId, trigger, text: await this.seal(ctx, id, text), version: 1 };
      await once(() => ctx.tx.getRepository(Phrase).insert(row));
      await this.audit.add(ctx, { what: 'phrase', action: 'create', entityId: id });
      return this.get(ctx, id);
    });
  }

  async update(ctx: Ctx, id: string, { trigger, text }: UpdatePhraseDto, ifMatch: IfMatchValue): Promise<PhraseDto> {
    return this.db.tx(ctx, async (ctx) => {
      const current = await this.hold(ctx, id, ifMatch);
      const sealed = await this.seal(ctx, id, text ?? current.text);
      const change = { trigger: trigger ?? current.trigger, text: sealed, version: current.version + 1 };
      await once(() => ctx.tx.getRepository(Phrase).update({ clinicId: ctx.clinicId, id }, change));
      await this.audit.add(ctx, { what: 'phrase', action: 'update', entityId: id });
      return this.get(ctx, id);
    });
  }

  async remove(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      await this.hold(ctx, id, ifMatch);
      await ctx.tx.getRepository(Phrase).delete({ clinicId: ctx.clinicId, id });
      await this.audit.add(ctx, { what: 'phrase', action: 'delete', entityId: id });
    });
  }

  private async hold(ctx: TxCtx, id: string, ifMatch: IfMatchValue): Promise<PhraseDto> {
    await ctx.tx.query('SELECT 1 FROM phrase WHERE id = $1 FOR UPDATE', [id]);
    const current = await this.get(ctx, id);
    assertMay(ctx, current.shared);
    assertVersion(ctx, ifMatch, { current, readBy: ['note:write', 'note-template:manage'], shows: NOT_PERSONAL });
    return current;
  }

  private async seal(ctx: Ctx, id: string, text: string): Promise<Buffer> {
    return this.crypto.seal(ctx, { table: 'phrase', column: 'text', id, patientId: null }, text);
  }

  private async open(ctx: Ctx, row: Row): Promise<PhraseDto> {
    return { ...row, text: await this.crypto.open(ctx, { table: 'phrase', column: 'text', id: row.id, patientId: null }, row.text) };
  }
}

function userOf({ actor }: Ctx): string | null {
  return actor.type === 'user' ? actor.id : null;
}

/** What everybody writes with is set by those who set the templates. */
function assertMay(ctx: Ctx, shared: boolean): void {
  const needed = shared ? 'note-template:manage' : 'note:write';
  if (!ctx.permissions.has(needed)) throw new ForbiddenProblem([needed]);
}

/** Runs a write that the key over the trigger may refuse. @throws PhraseTakenError */
async function once(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw violatedConstraint(error) === ONE_TRIGGER ? new PhraseTakenError() : error;
  }
}
