import type { AnsweredSection } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, type IfMatchValue, InvalidProblem, newId, NotFoundProblem, now, type TxCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { NoteInErrorError, NoteSignedError } from '../clinical.errors.js';
import type { NoteTemplateDto } from '../templates/note-templates.dto.js';
import { NoteTemplatesService } from '../templates/note-templates.service.js';
import { checkAnswers, type GivenSection, mergeAnswers } from './answers.js';
import { NoteLog } from './note-log.js';
import { NoteRecords } from './note-records.js';
import { type NoteSubject, NoteSubjects } from './note-subject.js';
import { Note } from './note.entity.js';
import type { NoteDto, SaveDraftDto, StartNoteDto } from './notes.dto.js';
import { fittingTemplate } from './template-choice.js';

/** Notes until they are signed: started from a visit, saved as they are typed, shared by their author. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Db,
    private readonly records: NoteRecords,
    private readonly subjects: NoteSubjects,
    private readonly templates: NoteTemplatesService,
    private readonly appointments: AppointmentsService,
    private readonly log: NoteLog,
  ) {}

  /** Starts a note; a visit that has arrived is in session from now on. */
  async start(ctx: Ctx, dto: StartNoteDto): Promise<NoteDto> {
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      const subject = await this.subjects.of(ctx, dto);
      const { template, sections } = await this.answered(ctx, subject, dto);
      await this.insert(ctx, id, subject, template, sections);
      if (subject.appointmentId) await this.appointments.startFromNote(ctx, subject.appointmentId);
      await this.log.changed(ctx, { ...subject, id }, 'create', 'note.started');
      return this.records.reread(ctx, id);
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
      const draft = await this.records.sealDraft(ctx, id, sections);
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

  private async insert(ctx: TxCtx, id: string, subject: NoteSubject, template: NoteTemplateDto, sections: AnsweredSection[]): Promise<void> {
    const { profession, ...about } = subject;
    const at = now(ctx);
    await ctx.tx.getRepository(Note).insert({
      clinicId: ctx.clinicId,
      id,
      ...about,
      templateId: template.id,
      templateVersion: template.version,
      title: template.name,
      confidential: profession === 'counsellor' || template.profession === 'counsellor',
      draft: await this.records.sealDraft(ctx, id, sections),
      createdByType: ctx.actor.type,
      createdBy: ctx.actor.id,
      createdAt: at,
      updatedAt: at,
    });
  }
}
