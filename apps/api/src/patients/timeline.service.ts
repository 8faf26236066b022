import type { EventType, Locale, Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService, LocationsService } from '../identity/index.js';
import { type Ctx, Db, decodeCursor, NotFoundProblem, toPage } from '../platform/index.js';
import { kindsOf, refOf, summarize, type Clocks, type TimelineData } from './timeline-summary.js';
import type { TimelineEntryDto, TimelineQuery } from './timeline.dto.js';

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
    private readonly locations: LocationsService,
  ) {}

  /** The patient's journey by when things happened, oldest first unless asked otherwise. */
  async list(ctx: Ctx, patientId: string, query: TimelineQuery): Promise<Page<TimelineEntryDto>> {
    const access = { what: 'patient.timeline', patient: patientId };
    const [known] = await this.db.read(ctx, access, 'SELECT id FROM patient WHERE id = $1', [patientId]);
    if (!known) throw new NotFoundProblem('patient');
    const params: unknown[] = [patientId, kindsOf(query.theme), query.limit + 1];
    const [beyond, order] = query.sort === '-at' ? ['<', 'at DESC, id DESC'] : ['>', 'at, id'];
    const after = decodeCursor(query.cursor, 'instant', 'uuid');
    const past = after ? `AND (at, id) ${beyond} ($${params.push(after[0])}::timestamptz, $${params.push(after[1])}::uuid)` : '';
    const sql = `SELECT id, kind, at, data FROM timeline_entry
      WHERE patient_id = $1 AND kind LIKE ANY ($2::text[]) ${past} ORDER BY ${order} LIMIT $3`;
    const rows = await this.db.read<EntryRow>(ctx, access, sql, params);
    const clinic = await this.clinics.get(ctx);
    const page = toPage(rows, query, (row) => [row.at.toISOString(), row.id]);
    const clocks = { clinic: clinic.timeZone, locations: await this.locations.zones(ctx) };
    const told = (row: EntryRow) => toEntry(row, patientId, query.locale ?? clinic.locale, clocks);
    return { ...page, data: page.data.map(told) };
  }
}

function toEntry({ id, kind, at, data }: EntryRow, patientId: string, locale: Locale, clocks: Clocks): TimelineEntryDto {
  return {
    id,
    kind,
    at,
    summary: summarize(kind, data, locale, clocks),
    ref: refOf(kind, data, patientId),
    appointmentId: idOf(data['appointmentId']),
    invoiceId: idOf(data['invoiceId']),
  };
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
