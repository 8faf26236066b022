import type { EventType, Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../identity/index.js';
import { type Ctx, Db, decodeCursor, NotFoundProblem, type PageQuery, toPage } from '../platform/index.js';
import { refOf, summarize, type TimelineData } from './timeline-summary.js';
import type { TimelineEntryDto } from './timeline.dto.js';

interface EntryRow {
  id: string;
  kind: EventType;
  at: Date;
  data: TimelineData;
}

@Injectable()
export class TimelineService {
  constructor(
    private readonly db: Db,
    private readonly clinics: ClinicsService,
  ) {}

  /** The patient's journey, oldest first by when things happened. */
  async list(ctx: Ctx, patientId: string, query: PageQuery): Promise<Page<TimelineEntryDto>> {
    const access = { what: 'patient.timeline', patient: patientId };
    const [known] = await this.db.read(ctx, access, 'SELECT id FROM patient WHERE id = $1', [patientId]);
    if (!known) throw new NotFoundProblem('patient');
    const after = decodeCursor(query.cursor, 'instant', 'uuid') ?? ['-infinity', '00000000-0000-0000-0000-000000000000'];
    const rows = await this.db.read<EntryRow>(
      ctx,
      access,
      `SELECT id, kind, at, data FROM timeline_entry
       WHERE patient_id = $1 AND (at, id) > ($2::timestamptz, $3::uuid) ORDER BY at, id LIMIT $4`,
      [patientId, ...after, query.limit + 1],
    );
    const clinic = await this.clinics.get(ctx);
    const page = toPage(rows, query.limit, (row) => [row.at.toISOString(), row.id]);
    const data = page.data.map(({ id, kind, at, data }) => ({
      id,
      kind,
      at,
      summary: summarize(kind, data, clinic.locale, clinic.timeZone),
      ref: refOf(kind, data, patientId),
    }));
    return { data, nextCursor: page.nextCursor };
  }
}
