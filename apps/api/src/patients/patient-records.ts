import { type Page, viewOf } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { COUNTED, type Ctx, Db, decodeCursor, InvalidProblem, seenBefore, toPage } from '../platform/index.js';
import type { PatientsQuery, PatientSummaryDto } from './patients.dto.js';
import { parseSearch } from './search-query.js';

const SUMMARY = `p.id, p.first_name AS "firstName", p.last_name AS "lastName", p.preferred_name AS "preferredName", p.pronouns,
  p.date_of_birth AS "dateOfBirth", p.email::text AS email, p.phone, p.phone_extension AS "phoneExtension",
  p.phone_remark AS "phoneRemark", p.alerts, p.tags, p.external_id AS "externalId",
  p.archived_at IS NOT NULL AS archived,
  p.deceased_on AS "deceasedOn", p.version`;

export const RECORD = `SELECT ${SUMMARY}, p.sex, p.gender_identity AS "genderIdentity", p.preferred_channel AS "preferredChannel", p.locale,
  p.address, p.emergency_contact AS "emergencyContact", p.occupation, p.referral_source AS "referralSource",
  p.health_card AS "healthCard", p.created_at AS "createdAt" FROM patient p WHERE p.id = $1`;

const BEST_FIRST = 'does not go with q: a search has its best hits first; leave one of them out';
const LISTED = { what: 'patient.demographics', patients: 'id' };

/** Nobody reads on past so many best matches; more letters find better ones. */
const DEEPEST = 1000;

interface Match extends PatientSummaryDto {
  sortLast: string;
  sortFirst: string;
  score: string;
  /** How many there are from here on, counted a little past `COUNTED`. */
  matches: number;
}

/** Patients as they are listed and found. */
@Injectable()
export class PatientRecords {
  constructor(private readonly db: Db) {}

  /**
   * A page by name as a Canadian reads it, or of the best matches of a search; the audit row names everybody shown.
   *
   * @throws InvalidProblem for a search that is to be in another order
   */
  async list(ctx: Ctx, query: PatientsQuery): Promise<Page<PatientSummaryDto>> {
    const searched = query.q !== undefined;
    if (searched && query.sort) throw new InvalidProblem([{ pointer: '/sort', detail: BEST_FIRST }]);
    const rows = searched ? await this.search(ctx, query.q ?? '', query) : await this.byName(ctx, query);
    const page = toPage(
      rows,
      query,
      ({ score, sortLast, sortFirst, id }) => [...(searched ? [score] : []), sortLast, sortFirst, id],
      rows[0]?.matches ?? 0,
    );
    return {
      ...page,
      data: page.data.map(({ sortLast: _, sortFirst: __, score: ___, matches: ____, ...row }) =>
        viewOf('PatientSummaryDto', ctx.permissions)(row),
      ),
    };
  }

  private async byName(ctx: Ctx, query: PatientsQuery): Promise<Match[]> {
    const down = query.sort === '-lastName';
    const filters = ['p.archived_at IS ' + (query.archived === 'true' ? 'NOT NULL' : 'NULL')];
    const params: unknown[] = [query.limit + 1, Math.max(query.limit, COUNTED) + 1];
    const after = decodeCursor(query.cursor, 'text', 'text', 'uuid');
    if (after) {
      const [last, first, id] = after.map((value) => `$${params.push(value)}`);
      filters.push(`(p.sort_last, p.sort_first, p.id) ${down ? '<' : '>'} (${last}, ${first}, ${id}::uuid)`);
    }
    if (query.tag) filters.push(`$${params.push(query.tag)} = ANY (p.tags)`);
    if (query.externalId) filters.push(`p.external_id = $${params.push(query.externalId)}`);
    const by = down ? 'sort_last DESC, sort_first DESC, id DESC' : 'sort_last, sort_first, id';
    const sql = `SELECT ${SUMMARY}, '' AS score, p.sort_last AS "sortLast", p.sort_first AS "sortFirst", (count(*) OVER ())::integer AS matches
      FROM (SELECT * FROM patient p WHERE ${filters.join(' AND ')} ORDER BY ${by} LIMIT $2) AS p ORDER BY ${by} LIMIT $1`;
    return this.db.read<Match>(ctx, LISTED, sql, params);
  }

  private async search(ctx: Ctx, text: string, query: PatientsQuery): Promise<Match[]> {
    const { words, digits, births, email } = parseSearch(text);
    const after = decodeCursor(query.cursor, 'number', 'text', 'text', 'uuid');
    const seen = Math.min(seenBefore(query.cursor), DEEPEST);
    if (words.length === 0 && !digits && !births && !email) return [];
    const most = seen + Math.max(query.limit, COUNTED) + 1;
    const params: unknown[] = [words, digits, births, most, query.archived === 'true', email, query.tag, query.externalId, query.limit + 1];
    const [score, last, first, id] = (after ?? []).map((value) => `$${params.push(value)}`);
    const beyond = after
      ? `WHERE found.score < ${score}::real OR (found.score = ${score}::real AND (p.sort_last, p.sort_first, p.id) > (${last}, ${first}, ${id}::uuid))`
      : '';
    const sql = `SELECT ${SUMMARY}, found.score::text AS score, p.sort_last AS "sortLast", p.sort_first AS "sortFirst",
        (count(*) OVER ())::integer AS matches
      FROM search_patients($1, $2, $3::date[], $4, $5, $6, $7, $8) AS found JOIN patient p ON p.id = found.id ${beyond}
      ORDER BY found.score DESC, p.sort_last, p.sort_first, p.id LIMIT $9`;
    return this.db.read<Match>(ctx, LISTED, sql, params);
  }
}
