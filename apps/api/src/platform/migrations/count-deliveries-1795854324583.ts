import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../database/tenant-table.js';

export class CountDeliveries1795854324583 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FAILURES);
    await runner.query(SWEEPS);
    await runner.query(PURGES);
  }

  async down(): Promise<void> {
    throw new Error('Drop delivery_failure, the three columns of dead_letter and the doors of this migration instead');
  }
}

const FAILURES = `
  -- Real attempts at a delivery that failed; counted here, since the queue may be rebuilt and would begin anew.
  CREATE TABLE delivery_failure (
    clinic_id uuid NOT NULL,
    event_id uuid NOT NULL,
    listener text NOT NULL,
    attempts integer NOT NULL DEFAULT 1,
    failed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, event_id, listener),
    FOREIGN KEY (clinic_id, event_id) REFERENCES outbox (clinic_id, id)
  );
  ${tenantTable('delivery_failure', { grants: 'SELECT, INSERT, UPDATE' })}

  -- When it was, and not when its transaction began: how long events wait is measured by it.
  ALTER TABLE inbox ALTER COLUMN handled_at SET DEFAULT clock_timestamp();

  ALTER TABLE dead_letter
    ADD COLUMN cause text NOT NULL DEFAULT 'program',
    ADD COLUMN rounds integer NOT NULL DEFAULT 0,
    ADD COLUMN retry_at timestamptz,
    ADD COLUMN handled_at timestamptz;
  -- Letters of before are tried again too: some came of nothing but a worker's end.
  UPDATE dead_letter SET retry_at = now() WHERE replayed_at IS NULL;
  UPDATE dead_letter d SET handled_at = d.replayed_at WHERE replayed_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM inbox i WHERE i.clinic_id = d.clinic_id AND i.event_id = d.event_id AND i.listener = d.listener);
  CREATE INDEX dead_letter_retry ON dead_letter (retry_at) WHERE retry_at IS NOT NULL;`;

const SWEEPS = `
  -- Between two ages, so that the young ones can be looked for often and all of them now and then.
  CREATE FUNCTION undelivered(older_than interval, younger_than interval, at_most integer)
    RETURNS TABLE ("clinicId" uuid, id uuid, type text, version integer, payload jsonb, "occurredAt" timestamptz, listener text)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.clinic_id, o.id, o.type, o.version, o.payload, o.occurred_at, l.name
    FROM outbox o CROSS JOIN LATERAL unnest(o.listeners) AS l (name)
    WHERE o.published_at BETWEEN now() - younger_than AND now() - older_than
      AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.clinic_id = o.clinic_id AND i.event_id = o.id AND i.listener = l.name)
      AND NOT EXISTS (SELECT 1 FROM dead_letter d
        WHERE d.clinic_id = o.clinic_id AND d.event_id = o.id AND d.listener = l.name AND d.replayed_at IS NULL)
    ORDER BY o.published_at LIMIT at_most $$;
  ${definerFunction('undelivered(interval, interval, integer)')}
  DROP FUNCTION undelivered(interval, integer);

  -- Letters whose time for another round has come; the next one is ever later.
  CREATE FUNCTION letters_to_try(at_most integer)
    RETURNS TABLE ("clinicId" uuid, id uuid, type text, version integer, payload jsonb, "occurredAt" timestamptz, listener text)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH due AS (
      SELECT clinic_id, id FROM dead_letter WHERE retry_at <= now() ORDER BY retry_at LIMIT at_most FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE dead_letter d SET rounds = d.rounds + 1,
        retry_at = now() + CASE d.rounds WHEN 0 THEN interval '2 hours' ELSE interval '1 day' END
      FROM due WHERE d.clinic_id = due.clinic_id AND d.id = due.id RETURNING d.clinic_id, d.event_id, d.listener
    )
    SELECT o.clinic_id, o.id, o.type, o.version, o.payload, o.occurred_at, taken.listener
    FROM taken JOIN outbox o ON o.clinic_id = taken.clinic_id AND o.id = taken.event_id $$;
  ${definerFunction('letters_to_try(integer)')}

  CREATE INDEX dead_letter_unhandled ON dead_letter (clinic_id) WHERE handled_at IS NULL AND replayed_at IS NULL;
  CREATE FUNCTION open_letters() RETURNS TABLE (open bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*) FROM dead_letter WHERE handled_at IS NULL AND replayed_at IS NULL $$;
  ${definerFunction('open_letters()')}`;

/*
 * Each takes away at most so many rows at once and says how many; two workers that purge at the same time skip each other's.
 */
const PURGES = `
  CREATE FUNCTION purge_idempotency(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM idempotency i USING (
        SELECT clinic_id, actor, key FROM idempotency WHERE created_at < now() - interval '24 hours'
        ORDER BY created_at LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE i.clinic_id = old.clinic_id AND i.actor = old.actor AND i.key = old.key RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_idempotency(integer)')}
  DROP FUNCTION forget_idempotency(interval);

  -- Handled by every listener, and none of its letters is open: after a week nothing asks for the event any more.
  CREATE FUNCTION purge_events(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE clinics uuid[]; ids uuid[];
  BEGIN
    SELECT array_agg(clinic_id), array_agg(id) INTO clinics, ids FROM (
      SELECT o.clinic_id, o.id FROM outbox o
      WHERE o.published_at < now() - interval '7 days'
        AND NOT EXISTS (SELECT 1 FROM unnest(o.listeners) AS l (name) WHERE NOT EXISTS (
          SELECT 1 FROM inbox i WHERE i.clinic_id = o.clinic_id AND i.event_id = o.id AND i.listener = l.name))
        AND NOT EXISTS (SELECT 1 FROM dead_letter d WHERE d.clinic_id = o.clinic_id AND d.event_id = o.id
          AND d.handled_at IS NULL)
      ORDER BY o.published_at LIMIT at_most FOR UPDATE SKIP LOCKED) AS finished;
    DELETE FROM delivery_failure x USING unnest(clinics, ids) AS f (clinic, event) WHERE x.clinic_id = clinic AND x.event_id = event;
    DELETE FROM dead_letter x USING unnest(clinics, ids) AS f (clinic, event) WHERE x.clinic_id = clinic AND x.event_id = event;
    DELETE FROM inbox x USING unnest(clinics, ids) AS f (clinic, event) WHERE x.clinic_id = clinic AND x.event_id = event;
    DELETE FROM outbox x USING unnest(clinics, ids) AS f (clinic, event) WHERE x.clinic_id = clinic AND x.id = event;
    RETURN QUERY SELECT coalesce(cardinality(ids), 0)::bigint;
  END $$;
  ${definerFunction('purge_events(integer)')}

  -- A month after its end nobody wonders any more why a link does not open.
  CREATE INDEX link_token_end ON link_token (expires_at);
  CREATE FUNCTION purge_link_tokens(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM link_token t USING (
        SELECT clinic_id, id FROM link_token WHERE expires_at < now() - interval '30 days'
        ORDER BY expires_at LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE t.clinic_id = old.clinic_id AND t.id = old.id RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_link_tokens(integer)')}`;
