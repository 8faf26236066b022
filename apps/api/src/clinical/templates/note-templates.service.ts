import type { Country, Page, Profession, TemplateSection } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  type IfMatchValue,
  InvalidProblem,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  type TxCtx,
  wholePage,
} from '../../platform/index.js';
import { BUILT_IN_TEMPLATES, builtInId, builtInName, type BuiltInTemplate, builtInVersion } from './built-in/index.js';
import { templateFaults } from './check-template.js';
import { NoteTemplate, NoteTemplateVersion } from './note-template.entity.js';
import type { CreateNoteTemplateDto, NoteTemplateDto, UpdateNoteTemplateDto } from './note-templates.dto.js';

const SELECT = `SELECT t.id, t.built_in AS "builtIn", t.profession, t.active, v.name, v.sections, v.number AS version
  FROM note_template t JOIN note_template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id`;
const MOST_TEMPLATES = 200;

type Row = Omit<NoteTemplateDto, 'isDefault'>;
type Content = Pick<NoteTemplateVersion, 'name' | 'sections'>;
type Sent = Pick<CreateNoteTemplateDto, 'name' | 'sections'>;

/** Keel's templates, which are code, beside the clinic's rows; one of Keel's becomes a row when it is first edited. */
@Injectable()
export class NoteTemplatesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  /** All of them at once: a clinic has few. */
  async list(ctx: Ctx): Promise<Page<NoteTemplateDto>> {
    const rows = await this.db.read<Row>(ctx, NOT_PERSONAL, `${SELECT} AND v.number = t.version ORDER BY t.id LIMIT ${MOST_TEMPLATES}`);
    const edited = new Map(rows.map((row) => [row.id, toDto(row)]));
    const country = await this.country(ctx);
    const ours = BUILT_IN_TEMPLATES.map((one) => edited.get(builtInId(ctx.clinicId, one.builtIn)) ?? fromCode(ctx, one, country));
    return wholePage([...ours, ...[...edited.values()].filter((one) => one.builtIn === null)]);
  }

  /** The newest version. @throws NotFoundProblem */
  async get(ctx: Ctx, id: string): Promise<NoteTemplateDto> {
    const [row] = await this.db.read<Row>(ctx, NOT_PERSONAL, `${SELECT} AND v.number = t.version WHERE t.id = $1`, [id]);
    if (row) return toDto(row);
    const ours = BUILT_IN_TEMPLATES.find((one) => builtInId(ctx.clinicId, one.builtIn) === id);
    if (!ours) throw new NotFoundProblem('note template');
    return fromCode(ctx, ours, await this.country(ctx));
  }

  /** What the template asked at that version, for notes that answer it. @throws NotFoundProblem */
  async version(ctx: Ctx, id: string, number: number): Promise<NoteTemplateDto> {
    // A version of Keel's own needs no look-up unless the clinic has edited it, and then it is the same.
    const name = BUILT_IN_TEMPLATES.find((one) => builtInId(ctx.clinicId, one.builtIn) === id)?.builtIn;
    const ours = name && builtInVersion(name, number);
    const [row] = await this.db.read<Row>(ctx, NOT_PERSONAL, `${SELECT} WHERE t.id = $1 AND v.number = $2`, [id, number]);
    if (row) return toDto(row);
    if (!ours) throw new NotFoundProblem('version of this note template');
    return fromCode(ctx, ours, await this.country(ctx));
  }

  /** What a note takes that names no template, best first: the profession's, then plain SOAP. */
  async defaults(ctx: Ctx, profession: Profession): Promise<NoteTemplateDto[]> {
    const ours = BUILT_IN_TEMPLATES.filter((one) => one.profession === profession || one.profession === null);
    const ids = ours.map((one) => builtInId(ctx.clinicId, one.builtIn));
    const rows = await this.db.read<Row>(ctx, NOT_PERSONAL, `${SELECT} AND v.number = t.version WHERE t.id = ANY ($1)`, [ids]);
    const country = await this.country(ctx);
    const templates = ours.map((one, at) => {
      const row = rows.find(({ id }) => id === ids[at]);
      return row ? toDto(row) : fromCode(ctx, one, country);
    });
    return templates.sort((a, b) => Number(b.profession !== null) - Number(a.profession !== null));
  }

  async create(ctx: Ctx, dto: CreateNoteTemplateDto): Promise<NoteTemplateDto> {
    const content = sound(dto);
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      const head = { builtIn: null, profession: dto.profession ?? null, version: 1 };
      await ctx.tx.getRepository(NoteTemplate).insert({ clinicId: ctx.clinicId, id, ...head });
      await this.addVersion(ctx, id, 1, content);
      await this.audit.add(ctx, { what: 'note-template', action: 'create', entityId: id });
      return this.get(ctx, id);
    });
  }

  /** Adds the next version; notes that were begun keep theirs. */
  async update(ctx: Ctx, id: string, dto: UpdateNoteTemplateDto, ifMatch: IfMatchValue): Promise<NoteTemplateDto> {
    const content = sound(dto);
    return this.db.tx(ctx, async (ctx) => {
      await this.copyOnFirstEdit(ctx, id);
      await ctx.tx.query('SELECT 1 FROM note_template WHERE id = $1 FOR UPDATE', [id]);
      const current = await this.get(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: ['chart:read', 'note:write', 'note-template:manage'], shows: NOT_PERSONAL });
      const version = current.version + 1;
      await this.addVersion(ctx, id, version, content);
      const change = { version, active: dto.active ?? current.active };
      await ctx.tx.getRepository(NoteTemplate).update({ clinicId: ctx.clinicId, id }, change);
      await this.audit.add(ctx, { what: 'note-template', action: 'update', entityId: id });
      return this.get(ctx, id);
    });
  }

  /** Two first edits at once are settled by the primary key: the loser finds the row and then its stale version. */
  private async copyOnFirstEdit(ctx: TxCtx, id: string): Promise<void> {
    const ours = BUILT_IN_TEMPLATES.find((one) => builtInId(ctx.clinicId, one.builtIn) === id);
    if (!ours) return;
    const copied = await ctx.tx.query<unknown[]>(
      `INSERT INTO note_template (clinic_id, id, built_in, profession, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [ctx.clinicId, id, ours.builtIn, ours.profession, ours.version],
    );
    const name = builtInName(ours, await this.country(ctx));
    if (copied.length > 0) await this.addVersion(ctx, id, ours.version, { ...ours, name });
  }

  private async country(ctx: Ctx): Promise<Country> {
    const [clinic] = await this.db.read<{ country: Country }>(ctx, NOT_PERSONAL, 'SELECT country FROM clinic_card');
    return clinic?.country ?? 'CA';
  }

  private async addVersion(ctx: TxCtx, templateId: string, number: number, { name, sections }: Content): Promise<void> {
    await ctx.tx.getRepository(NoteTemplateVersion).insert({
      clinicId: ctx.clinicId,
      id: newId(),
      templateId,
      number,
      name,
      sections,
      createdBy: `${ctx.actor.type}:${ctx.actor.id}`,
    });
  }
}

/** What was sent, where each question is one that its type takes. @throws InvalidProblem */
function sound({ name, sections }: Sent): Content {
  const unnamed = name.en?.trim() || name.fr?.trim() ? [] : [{ pointer: '/name', detail: 'Give the name in en, fr or both.' }];
  const faults = [...unnamed, ...templateFaults(sections)];
  if (faults.length > 0) throw new InvalidProblem(faults);
  return { name, sections: sections as TemplateSection[] };
}

function toDto(row: Row): NoteTemplateDto {
  return { ...row, isDefault: row.builtIn !== null && row.profession !== null };
}

function fromCode(ctx: Ctx, one: BuiltInTemplate, country: Country): NoteTemplateDto {
  const { builtIn, version, profession, sections } = one;
  const name = builtInName(one, country);
  return toDto({ id: builtInId(ctx.clinicId, builtIn), builtIn, version, name, profession, sections, active: true });
}
