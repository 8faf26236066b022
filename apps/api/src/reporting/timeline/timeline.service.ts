import { type Locale, localeOf, type Page, readerOf, type TimelineEventType } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService, LocationsService } from '../../identity/index.js';
import {
  type Ctx,
  Db,
  decodeCursor,
  type Known,
  NOT_PERSONAL,
  NotFoundProblem,
  tell,
  type TimelineData,
  TimelineWording,
  toPage,
} from '../../platform/index.js';
import { kindsFor, kindsOfAppointmentsFor, refOf } from './timeline-refs.js';
import type { TimelineEntryDto, TimelineQuery } from './timeline.dto.js';

interface EntryRow {
  id: string;
  kind: TimelineEventType;
  at: Date;
  data: TimelineData;
}

/** When and where an appointment was to be from then on. */
interface PlacedRow {
  at: Date;
  appointmentId: string;
  start: string | null;
  locationId: string | null;
}

@Injectable()
export class TimelineService {
  constructor(
    private readonly db: Db,
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
    private readonly wording: TimelineWording,
  ) {}

  /** The patient's journey by when things happened, oldest first unless asked otherwise: the steps that the reader may know of. */
  async list(ctx: Ctx, patientId: string, query: TimelineQuery): Promise<Page<TimelineEntryDto>> {
    const access = { what: 'patient.timeline', patient: patientId };
    const [patient] = await this.db.read(ctx, access, 'SELECT id FROM patient_card WHERE id = $1', [patientId]);
    if (!patient) throw new NotFoundProblem('patient');
    const { permissions } = ctx;
    const { theme, limit } = query;
    const params: unknown[] = [patientId, kindsFor(permissions, theme), limit + 1, kindsOfAppointmentsFor(permissions, theme)];
    const [beyond, order] = query.sort === '-at' ? ['<', 'at DESC, id DESC'] : ['>', 'at, id'];
    const after = decodeCursor(query.cursor, 'instant', 'uuid');
    const past = after ? `AND (at, id) ${beyond} ($${params.push(after[0])}::timestamptz, $${params.push(after[1])}::uuid)` : '';
    const sql = `SELECT id, kind, at, data FROM timeline_entry
      WHERE patient_id = $1 AND (kind = ANY ($2::text[]) OR kind = ANY ($4::text[]) AND data ->> 'appointmentId' IS NOT NULL) ${past} ORDER BY ${order} LIMIT $3`;
    const rows = await this.db.read<EntryRow>(ctx, access, sql, params);
    const clinic = await this.clinics.get(ctx);
    const page = toPage(rows, query, (row) => [row.at.toISOString(), row.id]);
    const entries = await this.withAppointments(ctx, patientId, page.data);
    const locations = await this.locations.named(ctx);
    const known = { timeZone: clinic.timeZone, locations, practitioners: await this.practitioners(ctx, entries) };
    const locale = localeOf(query.locale ?? clinic.locale, clinic.country);
    const told = (row: EntryRow) => this.toEntry(row, patientId, locale, known);
    return { ...page, data: entries.map(told) };
  }

  /** With the time and place that the appointment of an entry had then, for those that name it and do not say so themselves. */
  private async withAppointments(ctx: Ctx, patientId: string, rows: readonly EntryRow[]): Promise<readonly EntryRow[]> {
    const names = ({ kind }: EntryRow) => this.wording.of(kind)?.namesAppointment === true;
    const ids = rows.filter(names).flatMap(({ data }) => idOf(data['appointmentId']) ?? []);
    if (ids.length === 0 || !ctx.permissions.has(readerOf('appointment.booked'))) return rows;
    const sql = `SELECT at, data ->> 'appointmentId' AS "appointmentId", data ->> 'start' AS start, data ->> 'locationId' AS "locationId"
      FROM timeline_entry WHERE patient_id = $1 AND kind IN ('appointment.booked', 'appointment.moved', 'appointment.restored')
        AND data ->> 'appointmentId' = ANY ($2::text[]) ORDER BY at, id`;
    const placed = await this.db.read<PlacedRow>(ctx, { what: 'patient.timeline', patient: patientId }, sql, [patientId, ids]);
    return rows.map((row) => {
      const { at, data } = row;
      if (!names(row)) return row;
      const appointment = placed.findLast((one) => one.appointmentId === data['appointmentId'] && one.at <= at);
      return appointment ? { ...row, data: { start: appointment.start, locationId: appointment.locationId, ...data } } : row;
    });
  }

  /** The names of those between whom appointments moved. */
  private async practitioners(ctx: Ctx, rows: readonly EntryRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = rows.flatMap(({ data }) =>
      data['previousPractitionerId'] ? [data['previousPractitionerId'], data['practitionerId']] : [],
    );
    if (ids.length === 0) return new Map();
    const sql = 'SELECT id, display_name AS name FROM practitioner_card WHERE id = ANY ($1::uuid[])';
    const named = await this.db.read<{ id: string; name: string }>(ctx, NOT_PERSONAL, sql, [ids]);
    return new Map(named.map(({ id, name }) => [id, name]));
  }

  /** A kind that this release does not know, of a newer one, is told by its name. */
  private toEntry({ id, kind, at, data }: EntryRow, patientId: string, locale: Locale, known: Known): TimelineEntryDto {
    const words = this.wording.of(kind);
    return {
      id,
      kind,
      at,
      summary: words ? tell(words, data, locale, known) : kind,
      ref: refOf(kind, data, patientId),
      appointmentId: idOf(data['appointmentId']),
      invoiceId: idOf(data['invoiceId']),
    };
  }
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
