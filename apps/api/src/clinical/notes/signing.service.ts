import { Injectable } from '@nestjs/common';
import { type Ctx, Db, type IfMatchValue, now, type TxCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { AddendaLimitError, NoteIncompleteError, NoteInErrorError, NoteNotSignedError, NoteSignedError } from '../clinical.errors.js';
import { NoteTemplatesService } from '../templates/note-templates.service.js';
import { missingAnswers } from './missing-answers.js';
import { NoteLog } from './note-log.js';
import { NoteRecords } from './note-records.js';
import { NoteVersions } from './note-versions.js';
import { Note } from './note.entity.js';
import type { AddAddendumDto, AddendumDto, EnterInErrorDto, NoteDto } from './notes.dto.js';

/** Whoever opens the note opens every one of them. */
const MOST_ADDENDA = 50;
const MOST_ADDENDA_CHARACTERS = 500_000;

/** From here on a note only grows: signing, addenda, and the word that it was entered in error. */
@Injectable()
export class SigningService {
  constructor(
    private readonly db: Db,
    private readonly records: NoteRecords,
    private readonly versions: NoteVersions,
    private readonly templates: NoteTemplatesService,
    private readonly appointments: AppointmentsService,
    private readonly log: NoteLog,
  ) {}

  /** Seals the draft as the first version, and completes its appointment. */
  async sign(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<NoteDto> {
    return this.db.tx(ctx, async (ctx) => {
      const note = await this.records.holdWithAppointment(ctx, id, ifMatch);
      if (note.status === 'entered_in_error') throw new NoteInErrorError();
      if (note.status !== 'draft') throw new NoteSignedError();
      const template = await this.templates.version(ctx, note.templateId, note.templateVersion);
      const missing = missingAnswers(template.sections, note.sections);
      if (missing.length > 0) throw new NoteIncompleteError(missing);
      await this.versions.append(ctx, note, { kind: 'signed', sections: note.sections });
      const signed = { signedByType: ctx.actor.type, signedBy: ctx.actor.id, signedAt: now(ctx) };
      await this.update(ctx, note, { status: 'signed', draft: null, ...signed });
      if (note.appointmentId) await this.appointments.markDocumented(ctx, note.appointmentId);
      await this.log.changed(ctx, note, 'sign', 'note.signed');
      return this.records.reread(ctx, id);
    });
  }

  /** Adds to a signed note; the note itself stays as it was signed. */
  async amend(ctx: Ctx, id: string, { text }: AddAddendumDto, ifMatch: IfMatchValue): Promise<AddendumDto> {
    return this.db.tx(ctx, async (ctx) => {
      const note = await this.records.holdWithAppointment(ctx, id, ifMatch);
      if (note.status === 'draft') throw new NoteNotSignedError();
      if (note.status === 'entered_in_error') throw new NoteInErrorError();
      const characters = note.addenda.reduce((sum, addendum) => sum + addendum.text.length, text.length);
      if (note.addenda.length >= MOST_ADDENDA || characters > MOST_ADDENDA_CHARACTERS) {
        throw new AddendaLimitError(MOST_ADDENDA, MOST_ADDENDA_CHARACTERS);
      }
      const addendum = await this.versions.append(ctx, note, { kind: 'addendum', text });
      await this.update(ctx, note, { status: 'amended' });
      await this.log.changed(ctx, note, 'update', 'note.amended');
      return addendum;
    });
  }

  /** Kept and shown as an error; nothing is deleted. */
  async enterInError(ctx: Ctx, id: string, { reason }: EnterInErrorDto, ifMatch: IfMatchValue): Promise<NoteDto> {
    return this.db.tx(ctx, async (ctx) => {
      const note = await this.records.holdWithAppointment(ctx, id, ifMatch);
      if (note.status === 'entered_in_error') return note;
      await this.versions.append(ctx, note, { kind: 'entered_in_error', reason });
      await this.update(ctx, note, { status: 'entered_in_error' });
      await this.log.changed(ctx, note, 'update', 'note.entered_in_error');
      return this.records.reread(ctx, id);
    });
  }

  private async update(ctx: TxCtx, { id, version }: NoteDto, values: Partial<Note>): Promise<void> {
    const change = { ...values, updatedAt: now(ctx), version: version + 1 };
    await ctx.tx.getRepository(Note).update({ clinicId: ctx.clinicId, id }, change);
  }
}
