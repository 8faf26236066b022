import type { Permission, Total } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { printedNumber } from '../billing/index.js';
import { parseSearch } from '../patients/index.js';
import { type Ctx, Db, now, totalOf } from '../platform/index.js';
import type { SearchHitDto, SearchQueryDto, SearchResultDto } from './search.dto.js';

/** So many of the patients found show their appointments and invoices too. */
const BEST = 3;
/** The index finds no more than these; the most recent among them come first. */
const MOST_ALIKE = 200;

type Hit = Omit<SearchHitDto, 'kind'>;
/** A row beside the number of all that were found with it. */
type Counted<T> = T & { found: number };
/** The hits of one kind, and how many there are. */
interface Part {
  hits: SearchHitDto[];
  total: Total;
}
type InvoiceHit = Hit & { number: number | null };

const NAME = `trim(p.first_name || ' ' || p.last_name) || CASE WHEN p.preferred_name <> p.first_name THEN ' (' || p.preferred_name || ')' ELSE '' END`;

// Of those who are called alike, whoever was or will be here last is meant.
const PATIENTS = `
  SELECT p.id, ${NAME} AS title, p.date_of_birth || coalesce(' · ' || p.phone, '') AS snippet, NULL::jsonb AS "snippetIn", p.id AS "patientId",
    NULL::timestamptz AS at, NULL::text AS status, (count(*) OVER ())::integer AS found
  FROM search_patients($1, $2, $3::date[], ${MOST_ALIKE}, false, $5) AS found JOIN patient_card p ON p.id = found.id
    LEFT JOIN LATERAL (SELECT max(a.start_at) AS at FROM appointment_time a
      WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id AND a.status <> 'cancelled') AS seen ON true
  ORDER BY round(found.score::numeric, 1) DESC, seen.at DESC NULLS LAST, p.sort_last, p.sort_first, p.id LIMIT $4`;

// What is to come, the next first; then what was, the last first.
const APPOINTMENTS = `
  SELECT a.id, ${NAME} AS title, s.name || ' · ' || pr.display_name AS snippet,
    (SELECT jsonb_object_agg(language, name || ' · ' || pr.display_name) FROM jsonb_each_text(s.name_in) AS other (language, name)) AS "snippetIn",
    p.id AS "patientId", a.start_at AS at, a.status, (count(*) OVER ())::integer AS found
  FROM appointment_time a JOIN patient_card p ON p.clinic_id = a.clinic_id AND p.id = a.patient_id
    JOIN practitioner_card pr ON pr.clinic_id = a.clinic_id AND pr.id = a.practitioner_id
    JOIN service_card s ON s.clinic_id = a.clinic_id AND s.id = a.service_id
  WHERE a.patient_id = ANY ($1::uuid[])
  ORDER BY a.start_at < $2, abs(date_part('epoch', a.start_at - $2)), a.id LIMIT $3`;

const INVOICES = `
  SELECT i.id, i.number, ${NAME} AS snippet, NULL::jsonb AS "snippetIn", i.patient_id AS "patientId", i.issued_at AS at, i.status,
    (count(*) OVER ())::integer AS found
  FROM invoice_card i JOIN patient_card p ON p.clinic_id = i.clinic_id AND p.id = i.patient_id
  WHERE (i.number = $1 OR i.patient_id = ANY ($2::uuid[])) AND i.discarded_at IS NULL
  ORDER BY i.number IS NOT DISTINCT FROM $1 DESC, i.id DESC LIMIT $3`;

/** The search over the whole record; every kind is read, and written down, only for those who may read it. */
@Injectable()
export class SearchService {
  constructor(private readonly db: Db) {}

  async find(ctx: Ctx, { q, limit }: SearchQueryDto): Promise<SearchResultDto> {
    const may = (right: Permission) => ctx.permissions.has(right);
    const patient = may('patient:read') ? await this.patients(ctx, q, Math.ceil(limit / 2)) : NOTHING;
    const best = patient.hits.slice(0, BEST).map(({ id }) => id);
    const rest = limit - patient.hits.length;
    const invoice = may('invoice:read') ? await this.invoices(ctx, q, best, Math.ceil(rest / 3)) : NOTHING;
    const appointment = may('appointment:read') ? await this.appointments(ctx, best, rest - invoice.hits.length) : NOTHING;
    return {
      data: [...patient.hits, ...appointment.hits, ...invoice.hits],
      totals: { patient: patient.total, appointment: appointment.total, invoice: invoice.total },
    };
  }

  private async patients(ctx: Ctx, q: string, limit: number): Promise<Part> {
    const { words, digits, births, email } = parseSearch(q);
    if (words.length === 0 && !digits && !births && !email) return NOTHING;
    const access = { what: 'patient.demographics', patients: 'patientId' };
    return partOf('patient', await this.db.read<Counted<Hit>>(ctx, access, PATIENTS, [words, digits, births, limit, email]));
  }

  private async appointments(ctx: Ctx, patientIds: string[], limit: number): Promise<Part> {
    if (patientIds.length === 0 || limit <= 0) return NOTHING;
    const access = { what: 'appointment', patients: 'patientId' };
    return partOf('appointment', await this.db.read<Counted<Hit>>(ctx, access, APPOINTMENTS, [patientIds, now(ctx), limit]));
  }

  private async invoices(ctx: Ctx, q: string, patientIds: string[], limit: number): Promise<Part> {
    const number = /^#?\s*(\d{1,9})$/.exec(q)?.[1];
    if (number === undefined && patientIds.length === 0) return NOTHING;
    const access = { what: 'invoice', patients: 'patientId' };
    const params = [number === undefined ? null : Number(number), patientIds, limit];
    const rows = await this.db.read<Counted<InvoiceHit>>(ctx, access, INVOICES, params);
    return partOf(
      'invoice',
      rows.map(({ number, ...row }) => ({ ...row, title: number === null ? '' : printedNumber(number) })),
    );
  }
}

const NOTHING: Part = { hits: [], total: 0 };

function partOf(kind: SearchHitDto['kind'], rows: readonly Counted<Hit>[]): Part {
  return { hits: rows.map(({ found: _, ...hit }) => ({ kind, ...hit })), total: totalOf(rows[0]?.found ?? 0) };
}
