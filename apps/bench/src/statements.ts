/**
 * The SQL that each operation needs at the least, under the same role, policies and tables as the API: the clinic of the
 * connection, the rows themselves, and for a record of a person its audit row; for a change also its event. What the API
 * asks beyond these (whose key it is, whether the appointment can be, the answer read back) is its own cost and shows in the ratio.
 */
export const SET_CLINIC = "SELECT set_config('app.clinic_id', $1, false)";
export const SET_CLINIC_HERE = "SELECT set_config('app.clinic_id', $1, true)";

/** A select with its audit row in the same statement; `patients` is the SQL of their ids. `$1` to `$3`: clinic, audit id, request. */
const audited = (select: string, what: string, patients: string) => `WITH result AS MATERIALIZED (${select}),
  audit AS (INSERT INTO audit_entry (clinic_id, id, actor_type, actor_id, action, what, patient_ids, request_id)
    SELECT $1::uuid, $2::uuid, 'key', 'bench', 'read', '${what}', ${patients}, $3::text WHERE EXISTS (SELECT 1 FROM result))
  SELECT * FROM result`;

const SUMMARY = `p.id, p.first_name, p.last_name, p.preferred_name, p.pronouns, p.date_of_birth, p.email::text, p.phone, p.alerts,
  p.tags, p.external_id, p.archived_at IS NOT NULL AS archived, p.version`;

export const READ_PATIENT = audited(
  `SELECT ${SUMMARY}, p.sex, p.gender_identity, p.preferred_channel, p.locale, p.address, p.emergency_contact, p.occupation,
    p.referral_source, p.health_card, p.created_at FROM patient p WHERE p.id = $4`,
  'patient.demographics',
  'ARRAY(SELECT id FROM result)',
);

export const SEARCH_PATIENTS = audited(
  `SELECT ${SUMMARY} FROM search_patients($4, NULL, NULL::date[], 50) AS found JOIN patient p ON p.id = found.id
   ORDER BY found.score DESC, p.sort_last, p.sort_first, p.id`,
  'patient.demographics',
  'ARRAY(SELECT id FROM result)',
);

export const WEEK = audited(
  `SELECT a.id, a.patient_id, a.practitioner_id, a.service_id, a.location_id, a.start_at, a.end_at, a.status, a.time_version,
     a.overbook, a.cancelled_by, a.cancel_reason, a.version, c.documented, c.note_status, c.invoice_id, c.invoice_status,
     pa.first_name, pa.last_name, pa.preferred_name, cardinality(pa.alerts) AS patient_alerts,
     coalesce(st.first_kept_at >= a.start_at, true) AS new_patient, coalesce(st.owing > 0, false) AS owing,
     pr.display_name, pr.colour, s.name, s.colour AS service_colour
   FROM appointment a
     JOIN patient_card pa ON pa.clinic_id = a.clinic_id AND pa.id = a.patient_id
     JOIN practitioner_card pr ON pr.clinic_id = a.clinic_id AND pr.id = a.practitioner_id
     JOIN service s ON s.clinic_id = a.clinic_id AND s.id = a.service_id
     LEFT JOIN patient_standing st ON st.clinic_id = a.clinic_id AND st.id = a.patient_id
     LEFT JOIN appointment_card c ON c.clinic_id = a.clinic_id AND c.id = a.id
   WHERE a.start_at >= $4 AND a.start_at < $5 ORDER BY a.start_at, a.id LIMIT 1001`,
  'appointment',
  'ARRAY(SELECT DISTINCT patient_id FROM result)',
);

const minutes = (table: string, owner: string) => `SELECT json_agg(m) FROM ${table} t,
    LATERAL (VALUES ((date_part('epoch', t.start_at) / 60)::int), ((date_part('epoch', t.end_at) / 60)::int)) AS v (m)
  WHERE t.clinic_id = p.clinic_id AND t.${owner} = p.id AND t.end_at > $2 AND t.start_at < $3`;

/** What free times are worked out from; working them out is the API's. */
export const FREE_TIME = `SELECT p.id, s.duration_minutes, s.buffer_before_minutes, s.buffer_after_minutes, (
    SELECT json_agg(json_build_object('effectiveFrom', h.effective_from, 'effectiveTo', h.effective_to, 'weekly', (
      SELECT json_agg(json_build_object('weekday', w.weekday, 'start', w.start_time, 'end', w.end_time, 'locationId', w.location_id))
      FROM working_shift w WHERE w.clinic_id = h.clinic_id AND w.working_hours_id = h.id)))
    FROM working_hours h WHERE h.clinic_id = p.clinic_id AND h.practitioner_id = p.id) AS templates,
    (${minutes('time_off', 'practitioner_id')}) AS time_off,
    (${minutes('booking', 'resource_id')} AND t.start_at > $2::timestamptz - interval '1 day') AS busy
  FROM service s JOIN practitioner_card p ON p.clinic_id = s.clinic_id AND p.profession = s.profession WHERE s.id = $1`;

export const INSERT_PATIENT = `INSERT INTO patient (clinic_id, id, first_name, last_name, date_of_birth, email, phone, locale, search_key)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'en', $8)`;

export const LOCK_PRACTITIONER = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

export const INSERT_APPOINTMENT = `INSERT INTO appointment (clinic_id, id, patient_id, practitioner_id, service_id, location_id, start_at, end_at, status)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'booked')`;

export const INSERT_BOOKING = `INSERT INTO booking (clinic_id, id, resource_id, appointment_id, start_at, end_at) VALUES ($1, $2, $3, $4, $5, $6)`;

export const FIND_APPOINTMENT = 'SELECT patient_id, practitioner_id, start_at FROM appointment WHERE id = $1';

export const INSERT_NOTE = `INSERT INTO note (clinic_id, id, patient_id, practitioner_id, appointment_id, template_id, template_version, title,
    confidential, draft, noted_at, created_by_type, created_by, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, 1, '{"en": "Physiotherapy"}', false, $7, $8, 'key', 'bench', now(), now())`;

export const INSERT_EVENT = `INSERT INTO outbox (clinic_id, id, type, version, payload, occurred_at) VALUES ($1, $2, $3, 1, $4, now())`;

export const INSERT_AUDIT = `INSERT INTO audit_entry (clinic_id, id, actor_type, actor_id, action, what, patient_ids, entity_id, request_id)
  VALUES ($1, $2, 'key', 'bench', 'create', $3, ARRAY[$4::uuid], $5, $6)`;
