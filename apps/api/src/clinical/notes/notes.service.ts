import type { Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, wholePage } from '../../platform/index.js';
import { ChartAccessService } from '../access/chart-access.service.js';
import { NoteRecords } from './note-records.js';
import type { NoteDto, NoteHeadDto, NotesQuery, NoteVersionDto } from './notes.dto.js';

/** Reads notes: their heads for the floors above, their text for the circle of care. */
@Injectable()
export class NotesService {
  constructor(
    private readonly records: NoteRecords,
    private readonly access: ChartAccessService,
  ) {}

  /** The head, without a word of the text, for those who may not read notes either. @throws NotFoundProblem */
  async get(ctx: Ctx, id: string): Promise<NoteHeadDto> {
    return this.records.head(ctx, id);
  }

  /** The whole note. @throws NotFoundProblem, ChartClosedError, NoteConfidentialError, NoteNotYoursError */
  async open(ctx: Ctx, id: string): Promise<NoteDto> {
    return this.records.open(ctx, id);
  }

  async versions(ctx: Ctx, id: string): Promise<Page<NoteVersionDto>> {
    return wholePage(await this.records.history(ctx, id));
  }

  /** Heads, newest appointment first. */
  async list(ctx: Ctx, query: NotesQuery): Promise<Page<NoteHeadDto>> {
    if (query.patientId) await this.access.assertCare(ctx, query.patientId);
    return this.records.list(ctx, query);
  }
}
