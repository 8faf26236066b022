import { type Page, viewOf } from '@keel/contracts';
import { type Ctx, type Db, decodeCursor, toPage } from '../platform/index.js';
import type { PatientsQuery, PatientSummaryDto } from './patients.dto.js';
import { parseSearch } from './search-query.js';

const SUMMARY = `p.id, p.first_name AS "firstName", p.last_name AS "lastName", p.preferred_name AS "preferredName", p.pronouns,
  p.date_of_birth AS "dateOfBirth", p.email::text AS email, p.phone, p.alerts, p.tags, p.external_id AS "externalId",
  p.archived_at IS NOT NULL AS archived,
  p.deceased_on AS "deceasedOn", p.version`;

export const RECORD = `SELECT ${SUMMARY}, p.sex, p.gender_identity AS "genderIdentity", p.preferred_channel AS "preferredChannel", p.locale,
  p.address, p.emergency_contact AS "emergencyContact", p.occupation, p.referral_source AS "referralSource",
  p.health_card AS "healthCard", p.created_at AS "createdAt" FROM patient p WHERE p.id = $1`;

const LISTED = { what: 'patient.demographics', patients: 'id' };

/** A page by last name, or the best matches of a search; the audit row names everybody shown. */
export async function listPatients(db: Db, ctx: Ctx, query: PatientsQuery): Promise<Page<PatientSummaryDto>> {
  if (query.q !== undefined) return { data: await search(db, ctx, query.q, query), nextCursor: null };
  const down = query.sort === '-lastName';
  const filters = ['p.archived_at IS ' + (query.archived === 'true' ? 'NOT NULL' : 'NULL')];
  const params: unknown[] = [query.limit + 1];
  const after = decodeCursor(query.cursor, 'text', 'uuid');
  if (after) filters.push(`(p.last_name, p.id) ${down ? '<' : '>'} ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
  if (query.tag) filters.push(`$${params.push(query.tag)} = ANY (p.tags)`);
  if (query.externalId) filters.push(`p.external_id = $${params.push(query.externalId)}`);
  const order = down ? 'p.last_name DESC, p.id DESC' : 'p.last_name, p.id';
  const sql = `SELECT ${SUMMARY} FROM patient p WHERE ${filters.join(' AND ')} ORDER BY ${order} LIMIT $1`;
  const rows = await db.read<PatientSummaryDto>(ctx, LISTED, sql, params);
  return toPage(rows.map(viewOf('PatientSummaryDto', ctx.permissions)), query.limit, (row) => [row.lastName, row.id]);
}

async function search(db: Db, ctx: Ctx, text: string, { limit, archived }: PatientsQuery): Promise<PatientSummaryDto[]> {
  const { words, digits, births } = parseSearch(text);
  if (words.length === 0 && !digits && !births) return [];
  const sql = `SELECT ${SUMMARY} FROM search_patients($1, $2, $3::date[], $4, $5) AS found JOIN patient p ON p.id = found.id
    ORDER BY found.score DESC, p.last_name, p.id`;
  const rows = await db.read<PatientSummaryDto>(ctx, LISTED, sql, [words, digits, births, limit, archived === 'true']);
  return rows.map(viewOf('PatientSummaryDto', ctx.permissions));
}
