import { type AnsweredSection, checkAnswers, type GivenSection, mergeAnswers } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, type IfMatchValue, InvalidProblem, newId, NotFoundProblem, now, sent, type TxCtx } from '../../platform/index.js';
import { NoteInErrorError, NoteSignedError } from '../clinical.errors.js';
import type { NoteTemplateDto } from '../templates/note-templates.dto.js';
import { NoteTemplatesService } from '../templates/note-templates.service.js';
import { NoteLog } from './note-log.js';
import { NoteRecords } from './note-records.js';
import { type NoteSubject, NoteSubjects } from './note-subject.js';
import { Note } from './note.entity.js';
import type { NoteDto, NoteHeadDto, SaveDraftDto, StartNoteDto } from './notes.dto.js';
import { toNoteDto } from './notes.mapping.js';
import { fittingTemplate } from './template-choice.js';

const INSERT = `INSERT INTO note (clinic_id, id, patient_id, practitioner_id, appointment_id, template_id, template_version, title,
    confidential, draft, noted_at, created_by_type, created_by, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`;

/** Notes until they are signed: started from an appointment, saved as they are typed, shared by their author. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Db,
    private readonly records: NoteRecords,
    private readonly subjects: NoteSubjects,
    private readonly templates: NoteTemplatesService,
    private readonly log: NoteLog,
  ) {}

  /** Starts a note; an appointment that has arrived is in session from now on. */
  async start(ctx: Ctx, dto: StartNoteDto): Promise<NoteDto> {
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      const subject = await this.subjects.of(ctx, dto);
      const { template, sections } = await this.answered(ctx, subject, dto);
      const head = headOf(ctx, id, subject, template);
      await this.insert(ctx, head, sections);
      await this.log.changed(ctx, head, 'create', 'note.started');
      return toNoteDto(head, sections, [], { ids: [], hashes: [] });
    });
  }

  /** The draft is what was sent and nothing else. */
  async replace(ctx: Ctx, id: string, dto: SaveDraftDto, ifMatch: IfMatchValue): Promise<NoteDto> {
    return this.save(ctx, id, dto.sections, ifMatch, () => dto.sections);
  }

  /** The answers that were sent change, the rest of the draft stays. */
  async change(ctx: Ctx, id: string, dto: SaveDraftDto, ifMatch: IfMatchValue): Promise<NoteDto> {
    return this.save(ctx, id, dto.sections, ifMatch, (draft) => mergeAnswers(draft, dto.sections));
  }

  /** Opens a confidential note to the circle of care, or closes it again. */
  async share(ctx: Ctx, id: string, shared: boolean, ifMatch: IfMatchValue): Promise<NoteDto> {
    return this.db.tx(ctx, async (ctx) => {
      const note = await this.records.hold(ctx, id, ifMatch);
      if (note.shared === shared) return note;
      await ctx.tx.getRepository(Note).update({ clinicId: ctx.clinicId, id }, { shared, version: note.version + 1 });
      await this.log.changed(ctx, note, 'update');
      return this.records.reread(ctx, id);
    });
  }

  private async save(
    ctx: Ctx,
    id: string,
    sent: readonly GivenSection[],
    ifMatch: IfMatchValue,
    next: (draft: AnsweredSection[]) => readonly GivenSection[],
  ): Promise<NoteDto> {
    return this.db.tx(ctx, async (ctx) => {
      const note = await this.records.hold(ctx, id, ifMatch);
      if (note.status === 'entered_in_error') throw new NoteInErrorError();
      if (note.status !== 'draft') throw new NoteSignedError();
      const template = await this.templates.version(ctx, note.templateId, note.templateVersion);
      // What was sent is checked by itself, so that faults point into the request.
      const { faults } = checkAnswers(template.sections, sent);
      if (faults.length > 0) throw new InvalidProblem(faults);
      const { sections } = checkAnswers(template.sections, next(note.sections));
      const draft = await this.records.sealDraft(ctx, note, sections);
      const change = { draft, updatedAt: now(ctx), version: note.version + 1 };
      await ctx.tx.getRepository(Note).update({ clinicId: ctx.clinicId, id }, change);
      await this.log.changed(ctx, note, 'update');
      return this.records.reread(ctx, id);
    });
  }

  private async answered(
    ctx: TxCtx,
    { profession }: NoteSubject,
    { templateId, sections = [] }: StartNoteDto,
  ): Promise<{ template: NoteTemplateDto; sections: AnsweredSection[] }> {
    const candidates = templateId ? [await this.templates.get(ctx, templateId)] : await this.templates.defaults(ctx, profession);
    const active = candidates.filter((one) => one.active);
    if (active.length === 0) throw new NotFoundProblem('active note template');
    const result = fittingTemplate(active, sections);
    if ('faults' in result) throw new InvalidProblem(result.faults);
    return result;
  }

  private async insert(ctx: TxCtx, head: NoteHeadDto, sections: AnsweredSection[]): Promise<void> {
    sent(ctx, INSERT, [
      ctx.clinicId,
      head.id,
      head.patientId,
      head.practitionerId,
      head.appointmentId,
      head.templateId,
      head.templateVersion,
      JSON.stringify(head.title),
      head.confidential,
      await this.records.sealDraft(ctx, head, sections),
      head.notedAt,
      ctx.actor.type,
      ctx.actor.id,
      head.createdAt,
    ]);
  }
}

function headOf(ctx: TxCtx, id: string, subject: NoteSubject, template: NoteTemplateDto): NoteHeadDto {
  const { profession, notedAt, ...about } = subject;
  const at = now(ctx).toISOString();
  return {
    id,
    status: 'draft',
    ...about,
    templateId: template.id,
    templateVersion: template.version,
    title: template.name,
    confidential: profession === 'counsellor' || template.profession === 'counsellor',
    shared: false,
    notedAt: notedAt.toISOString(),
    createdBy: ctx.actor.id,
    createdAt: at,
    updatedAt: at,
    signedBy: null,
    signedAt: null,
    version: 1,
  };
}
