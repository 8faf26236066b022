import { LIVE_STATUSES } from '@keel/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../platform/index.js';

export class CreateScheduling1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SERVICE, HOURS, TIME_OFF, APPOINTMENT, BOOKING, CARD]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead');
  }
}

const SERVICE = `
  CREATE TABLE service (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    name text NOT NULL,
    description text,
    profession text NOT NULL,
    duration_minutes integer NOT NULL CHECK (duration_minutes BETWEEN 1 AND 720),
    buffer_before_minutes integer NOT NULL CHECK (buffer_before_minutes BETWEEN 0 AND 240),
    buffer_after_minutes integer NOT NULL CHECK (buffer_after_minutes BETWEEN 0 AND 240),
    price_amount integer NOT NULL CHECK (price_amount >= 0),
    price_currency text NOT NULL,
    tax_code text NOT NULL,
    online_bookable boolean NOT NULL,
    colour text,
    archived_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('service', { grants: 'SELECT, INSERT, UPDATE' })}`;

const HOURS = `
  CREATE TABLE working_hours (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    practitioner_id uuid NOT NULL,
    effective_from date NOT NULL,
    -- The last day on which they hold; empty for good.
    effective_to date,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, practitioner_id, effective_from),
    FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioner (clinic_id, id),
    CHECK (effective_to >= effective_from)
  );
  ${tenantTable('working_hours')}

  CREATE TABLE working_shift (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    working_hours_id uuid NOT NULL,
    weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    -- Wall time of the location, HH:MM; an end not after its start is on the next day.
    start_time text NOT NULL,
    end_time text NOT NULL,
    location_id uuid NOT NULL,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, working_hours_id) REFERENCES working_hours (clinic_id, id) ON DELETE CASCADE,
    FOREIGN KEY (clinic_id, location_id) REFERENCES location (clinic_id, id)
  );
  ${tenantTable('working_shift', { grants: 'SELECT, INSERT, DELETE' })}
  CREATE INDEX working_shift_of_hours ON working_shift (clinic_id, working_hours_id);`;

const TIME_OFF = `
  CREATE TABLE time_off (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    practitioner_id uuid NOT NULL,
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    reason text,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioner (clinic_id, id),
    CHECK (start_at < end_at)
  );
  ${tenantTable('time_off')}
  CREATE INDEX time_off_of_practitioner ON time_off (clinic_id, practitioner_id, end_at);`;

const APPOINTMENT = `
  CREATE TABLE appointment (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    practitioner_id uuid NOT NULL,
    service_id uuid NOT NULL,
    location_id uuid NOT NULL,
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    status text NOT NULL,
    -- Bumped by a move and by nothing else: a reminder belongs to one of them.
    time_version integer NOT NULL DEFAULT 1,
    overbook boolean NOT NULL DEFAULT false,
    cancelled_by text,
    cancel_reason text,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioner (clinic_id, id),
    FOREIGN KEY (clinic_id, service_id) REFERENCES service (clinic_id, id),
    FOREIGN KEY (clinic_id, location_id) REFERENCES location (clinic_id, id),
    CHECK (start_at < end_at)
  );
  ${tenantTable('appointment', { grants: 'SELECT, INSERT, UPDATE' })}
  CREATE INDEX appointment_by_start ON appointment (clinic_id, start_at, id);
  CREATE INDEX appointment_of_patient ON appointment (clinic_id, patient_id, practitioner_id);

  -- Whom a practitioner sees or saw: what makes a care relationship.
  CREATE VIEW care_visit WITH (security_invoker = true) AS
    SELECT clinic_id, patient_id, practitioner_id FROM appointment WHERE status IN ('${LIVE_STATUSES.join("', '")}');
  GRANT SELECT ON care_visit TO keel_app;`;

/*
 * Who is taken when. The range operator && is not leakproof, so under the policy no query may use the exclusion's own
 * index: reads go by the plain borders, which have theirs.
 */
const BOOKING = `
  CREATE TABLE booking (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    -- The practitioner; rooms and devices will have rows of their own.
    resource_id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    -- With the buffers inside.
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    during tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(start_at, end_at)) STORED,
    overbook boolean NOT NULL DEFAULT false,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment (clinic_id, id),
    CONSTRAINT booking_no_overlap EXCLUDE USING gist (clinic_id WITH =, resource_id WITH =, during WITH &&) WHERE (NOT overbook)
  );
  ${tenantTable('booking', { grants: 'SELECT, INSERT, DELETE' })}
  CREATE INDEX booking_of_resource ON booking (clinic_id, resource_id, start_at) INCLUDE (end_at);
  CREATE INDEX booking_of_appointment ON booking (clinic_id, appointment_id);`;

const CARD = `
  -- What the floors above have told about a visit; outside its version, and absent until the first word.
  CREATE TABLE appointment_card (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    documented boolean NOT NULL DEFAULT false,
    note_status text,
    invoice_id uuid,
    invoice_status text,
    invoice_status_at timestamptz,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, id) REFERENCES appointment (clinic_id, id)
  );
  ${tenantTable('appointment_card', { grants: 'SELECT, INSERT, UPDATE' })}`;
