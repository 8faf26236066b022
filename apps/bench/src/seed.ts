import { createHash } from 'node:crypto';
import { PERMISSIONS } from '@keel/contracts';
import pg from 'pg';
import {
  addDays,
  FIRST_NAMES,
  idSql,
  keyOf,
  LAST_NAMES,
  PRACTITIONERS,
  APPOINTMENT_SPACING_MINUTES,
  APPOINTMENTS_A_DAY,
  type World,
} from './world.ts';

/** Fills an empty, migrated database by SQL alone, as its superuser: a million rows in minutes. */
export async function seed(url: string, world: World, say: (text: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // The generated references are right by construction; checking each by its trigger takes longer than writing it.
    await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off`);
    for (const [what, text, values] of statements(world)) {
      const began = Date.now();
      await client.query(text, values);
      say(`  ${what}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

type Step = [what: string, text: string, values: unknown[]];

function statements({ size, monday }: World): Step[] {
  const { clinics, patients, appointments } = size;
  const days = Math.ceil(appointments / PRACTITIONERS / APPOINTMENTS_A_DAY);
  const firstMonday = addDays(monday, -7 * (Math.floor(days / 5) - 1));
  const keys = Array.from({ length: clinics }, (_, at) =>
    createHash('sha256')
      .update(keyOf(at + 1))
      .digest(),
  );
  return [
    ...clinicSteps(clinics, keys),
    patientStep(clinics, patients),
    ...appointmentSteps({ clinics, patients, appointments, firstMonday }),
  ];
}

function clinicSteps(clinics: number, keys: Buffer[]): Step[] {
  const each = `FROM generate_series(1, $1::int) AS c`;
  const eachPractitioner = `${each}, generate_series(0, ${PRACTITIONERS - 1}) AS p`;
  return [
    [
      'clinics',
      `INSERT INTO clinic (clinic_id, id, name, slug, time_zone, country, region, currency, locale)
       SELECT ${idSql('clinic', 'c')}, ${idSql('clinic', 'c')}, 'Clinic ' || c, 'clinic-' || c, 'America/Toronto', 'CA', 'ON', 'CAD', 'en' ${each}`,
      [clinics],
    ],
    [
      'locations',
      `INSERT INTO location (clinic_id, id, name, time_zone)
       SELECT ${idSql('clinic', 'c')}, ${idSql('location', 'c')}, 'Main', 'America/Toronto' ${each}`,
      [clinics],
    ],
    [
      'practitioners',
      `INSERT INTO practitioner (clinic_id, id, email, first_name, last_name, profession, registration_number, title, colour)
       SELECT ${idSql('clinic', 'c')}, ${idSql('practitioner', 'c', 'p')}, 'p' || p || '@clinic-' || c || '.example', 'Pat', 'Practitioner ' || p,
         'physiotherapist', 'R-' || p, 'Physiotherapist', '#0b7a63' ${eachPractitioner}`,
      [clinics],
    ],
    [
      'services',
      `INSERT INTO service (clinic_id, id, name, profession, duration_minutes, buffer_before_minutes, buffer_after_minutes, price_amount,
         price_currency, tax_code, online_bookable)
       SELECT ${idSql('clinic', 'c')}, ${idSql('service', 'c')}, 'Treatment', 'physiotherapist', 30, 0, 0, 9500, 'CAD', 'exempt', true ${each}`,
      [clinics],
    ],
    [
      'working hours',
      `INSERT INTO working_hours (clinic_id, id, practitioner_id, effective_from)
       SELECT ${idSql('clinic', 'c')}, ${idSql('hours', 'c', 'p')}, ${idSql('practitioner', 'c', 'p')}, '2020-01-01' ${eachPractitioner}`,
      [clinics],
    ],
    [
      'shifts',
      `INSERT INTO working_shift (clinic_id, id, working_hours_id, weekday, start_time, end_time, location_id)
       SELECT ${idSql('clinic', 'c')}, ${idSql('shift', 'c', 'p * 8 + w')}, ${idSql('hours', 'c', 'p')}, w, '08:00', '17:00', ${idSql('location', 'c')}
       ${eachPractitioner}, generate_series(1, 5) AS w`,
      [clinics],
    ],
    // A key acts for a member: an owner with the chart right, who may do all that it is asked to.
    ['accounts', `INSERT INTO user_account (id, email) SELECT ${idSql('key', 'c')}, 'owner-' || c || '@bench.example' ${each}`, [clinics]],
    [
      'memberships',
      `INSERT INTO membership (clinic_id, id, user_id, first_name, last_name, roles, chart_right)
       SELECT ${idSql('clinic', 'c')}, ${idSql('key', 'c')}, ${idSql('key', 'c')}, 'Olive', 'Owner', '{owner}', true ${each}`,
      [clinics],
    ],
    [
      'API keys',
      `INSERT INTO api_key (clinic_id, id, name, hash, scopes, created_by, user_id)
       SELECT ${idSql('clinic', 'c::int')}, ${idSql('key', 'c::int')}, 'bench', hash, $2, 'system:bench', ${idSql('key', 'c::int')}
       FROM unnest($1::bytea[]) WITH ORDINALITY AS k (hash, c)`,
      [keys, [...PERMISSIONS]],
    ],
  ];
}

function patientStep(clinics: number, patients: number): Step {
  return [
    'patients',
    `INSERT INTO patient (clinic_id, id, first_name, last_name, date_of_birth, email, phone, locale, search_key)
     SELECT ${idSql('clinic', 'c')}, ${idSql('patient', 'c', 'n')}, initcap(first), initcap(last), date '1940-01-01' + (n * 37 + c) % 25000,
       first || n || '@patients.example', '+1416' || lpad(((n * 7919 + c * 104729) % 10000000)::text, 7, '0'), 'en',
       first || ' ' || last || ' ' || first || n
     FROM generate_series(1, $1::int) AS c, generate_series(0, $2::int - 1) AS n,
       LATERAL (SELECT ($3::text[])[1 + (n / $5) % $6] AS first, ($4::text[])[1 + n % $5] AS last) AS name`,
    [clinics, patients, FIRST_NAMES, LAST_NAMES, LAST_NAMES.length, FIRST_NAMES.length],
  ];
}

function appointmentSteps({
  clinics,
  patients,
  appointments,
  firstMonday,
}: {
  clinics: number;
  patients: number;
  appointments: number;
  firstMonday: string;
}): Step[] {
  const perDay = PRACTITIONERS * APPOINTMENTS_A_DAY;
  const start = `$4::date + (n / ${perDay} / 5) * 7 + (n / ${perDay}) % 5 + time '13:00' + (n / ${PRACTITIONERS}) % ${APPOINTMENTS_A_DAY} * interval '${APPOINTMENT_SPACING_MINUTES} minutes'`;
  return [
    [
      'appointments',
      `INSERT INTO appointment (clinic_id, id, patient_id, practitioner_id, service_id, location_id, start_at, end_at, status)
       SELECT ${idSql('clinic', 'c')}, ${idSql('appointment', 'c', 'n')}, ${idSql('patient', 'c', '(n * 13) % $2')},
         ${idSql('practitioner', 'c', `n % ${PRACTITIONERS}`)}, ${idSql('service', 'c')}, ${idSql('location', 'c')}, start_at,
         start_at + interval '30 minutes', CASE WHEN start_at < now() THEN 'completed' ELSE 'booked' END
       FROM generate_series(1, $1::int) AS c, generate_series(0, $3::int - 1) AS n, LATERAL (SELECT (${start}) AT TIME ZONE 'UTC' AS start_at) AS s`,
      [clinics, patients, appointments, firstMonday],
    ],
    [
      'standings',
      `INSERT INTO patient_standing (clinic_id, id, first_kept_at)
       SELECT clinic_id, patient_id, min(start_at) FROM appointment WHERE status = 'completed' GROUP BY clinic_id, patient_id`,
      [],
    ],
    [
      'bookings',
      `INSERT INTO booking (clinic_id, id, resource_id, appointment_id, start_at, end_at)
       SELECT clinic_id, uuidv7(), practitioner_id, id, start_at, end_at FROM appointment ORDER BY clinic_id, practitioner_id, start_at`,
      [],
    ],
  ];
}
