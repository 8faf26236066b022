import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../database/tenant-table.js';

export class CreatePlatform1761000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLINIC_OF_CONNECTION);
    await runner.query(AUDIT);
    await runner.query(KEYS_AND_ANSWERS);
    await runner.query(OUTBOX);
    await runner.query(OUTBOX_DOORS);
    await runner.query(LINKS);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead');
  }
}

const CLINIC_OF_CONNECTION = `
  CREATE FUNCTION current_clinic() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.clinic_id', true), '')::uuid $$;
  GRANT EXECUTE ON FUNCTION current_clinic() TO keel_app;`;

const AUDIT = `
  CREATE TABLE audit_entry (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_type text NOT NULL,
    actor_id text NOT NULL,
    action text NOT NULL,
    what text NOT NULL,
    patient_ids uuid[] NOT NULL DEFAULT '{}',
    entity_id text,
    reason text,
    request_id text NOT NULL,
    ip inet,
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('audit_entry', { grants: 'SELECT, INSERT' })}
  CREATE INDEX audit_of_patient ON audit_entry USING gin (clinic_id, patient_ids);`;

const KEYS_AND_ANSWERS = `
  CREATE TABLE clinic_key (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL DEFAULT uuidv7(),
    wrapped bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id)
  );
  ALTER TABLE clinic_key ENABLE ROW LEVEL SECURITY;

  CREATE FUNCTION clinic_data_key(clinic uuid, fresh bytea) RETURNS TABLE (wrapped bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY SELECT k.wrapped FROM clinic_key k WHERE k.clinic_id = clinic;
    IF NOT FOUND THEN
      INSERT INTO clinic_key (clinic_id, wrapped) VALUES (clinic, fresh) ON CONFLICT (clinic_id) DO NOTHING;
      RETURN QUERY SELECT k.wrapped FROM clinic_key k WHERE k.clinic_id = clinic;
    END IF;
  END $$;
  ${definerFunction('clinic_data_key(uuid, bytea)')}

  CREATE TABLE idempotency (
    clinic_id uuid NOT NULL,
    actor text NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    answer bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, actor, key)
  );
  ${tenantTable('idempotency', { grants: 'SELECT, INSERT' })}
  CREATE INDEX idempotency_age ON idempotency (created_at);

  -- A repeat is expected within a day; after that the key may be forgotten.
  CREATE FUNCTION forget_idempotency(older_than interval) RETURNS TABLE (forgotten bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE n bigint;
  BEGIN
    DELETE FROM idempotency WHERE created_at < now() - greatest(older_than, interval '24 hours');
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN QUERY SELECT n;
  END $$;
  ${definerFunction('forget_idempotency(interval)')}`;

const OUTBOX = `
  CREATE TABLE outbox (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    version integer NOT NULL,
    payload jsonb NOT NULL,
    occurred_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Both set when the relay has put one job per listener into the queue.
    published_at timestamptz,
    listeners text[],
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('outbox', { grants: 'INSERT' })}
  CREATE INDEX outbox_waiting ON outbox (created_at) WHERE published_at IS NULL;
  CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;

  CREATE TABLE inbox (
    clinic_id uuid NOT NULL,
    event_id uuid NOT NULL,
    listener text NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, event_id, listener),
    FOREIGN KEY (clinic_id, event_id) REFERENCES outbox (clinic_id, id)
  );
  ${tenantTable('inbox', { grants: 'SELECT, INSERT' })}

  CREATE TABLE dead_letter (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    listener text NOT NULL,
    error text NOT NULL,
    attempts integer NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT now(),
    replayed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, event_id) REFERENCES outbox (clinic_id, id)
  );
  ${tenantTable('dead_letter', { grants: 'SELECT, INSERT, UPDATE' })}
  CREATE UNIQUE INDEX dead_letter_open ON dead_letter (clinic_id, event_id, listener) WHERE replayed_at IS NULL;`;

const OUTBOX_DOORS = `
  CREATE FUNCTION take_outbox(at_most integer)
    RETURNS TABLE ("clinicId" uuid, id uuid, type text, version integer, payload jsonb, "occurredAt" timestamptz)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, id, type, version, payload, occurred_at FROM outbox
    WHERE published_at IS NULL ORDER BY created_at LIMIT at_most FOR UPDATE SKIP LOCKED $$;
  ${definerFunction('take_outbox(integer)')}

  CREATE FUNCTION mark_published(clinics uuid[], ids uuid[], listening jsonb) RETURNS TABLE (marked uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE outbox SET published_at = clock_timestamp(),
      listeners = ARRAY(SELECT jsonb_array_elements_text(coalesce(listening -> outbox.type, '[]')))
    FROM unnest(clinics, ids) AS taken (clinic, event)
    WHERE outbox.clinic_id = taken.clinic AND outbox.id = taken.event
    RETURNING outbox.id $$;
  ${definerFunction('mark_published(uuid[], uuid[], jsonb)')}

  -- What was put into the queue and neither handled nor given up since: the queue lost it, and it is put in again.
  CREATE FUNCTION undelivered(older_than interval, at_most integer)
    RETURNS TABLE ("clinicId" uuid, id uuid, type text, version integer, payload jsonb, "occurredAt" timestamptz, listener text)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.clinic_id, o.id, o.type, o.version, o.payload, o.occurred_at, l.name
    FROM outbox o CROSS JOIN LATERAL unnest(o.listeners) AS l (name)
    WHERE o.published_at BETWEEN now() - interval '7 days' AND now() - older_than
      AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.clinic_id = o.clinic_id AND i.event_id = o.id AND i.listener = l.name)
      AND NOT EXISTS (SELECT 1 FROM dead_letter d
        WHERE d.clinic_id = o.clinic_id AND d.event_id = o.id AND d.listener = l.name AND d.replayed_at IS NULL)
    ORDER BY o.published_at LIMIT at_most $$;
  ${definerFunction('undelivered(interval, integer)')}

  CREATE FUNCTION event_of_letter(clinic uuid, event uuid)
    RETURNS TABLE ("clinicId" uuid, id uuid, type text, version integer, payload jsonb, "occurredAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, id, type, version, payload, occurred_at FROM outbox WHERE clinic_id = clinic AND id = event $$;
  ${definerFunction('event_of_letter(uuid, uuid)')}

  CREATE FUNCTION outbox_lag() RETURNS TABLE (waiting bigint, "oldestSeconds" double precision)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::double precision
    FROM outbox WHERE published_at IS NULL $$;
  ${definerFunction('outbox_lag()')}`;

const LINKS = `
  CREATE TABLE link_token (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL UNIQUE,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    patient_id uuid,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('link_token', { grants: 'SELECT, INSERT, DELETE' })}

  CREATE FUNCTION link_by_hash(token_hash bytea)
    RETURNS TABLE (id uuid, "clinicId" uuid, kind text, "subjectId" uuid, "patientId" uuid, "expiresAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, clinic_id, kind, subject_id, patient_id, expires_at FROM link_token
    WHERE hash = token_hash AND expires_at > clock_timestamp() $$;
  ${definerFunction('link_by_hash(bytea)')}`;
