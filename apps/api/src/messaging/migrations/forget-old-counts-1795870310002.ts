import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Counts of days gone by are purged; a worker that slept is no fault of the provider. */
export class ForgetOldCounts1795870310002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PURGE, HEALTH]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Sending needs these doors: restore the backup of before instead');
  }
}

const PURGE = `
  -- A month, for whoever asks why so much was sent.
  CREATE INDEX sending_count_age ON sending_count (day);
  CREATE FUNCTION purge_sending_counts(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM sending_count c USING (
        SELECT clinic_id, id FROM sending_count WHERE day < (clock_timestamp() AT TIME ZONE 'UTC')::date - 31
        ORDER BY day LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE c.clinic_id = old.clinic_id AND c.id = old.id RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_sending_counts(integer)')}`;

const HEALTH = `
  CREATE OR REPLACE FUNCTION sending_health(since interval)
    RETURNS TABLE (channel text, tried bigint, failed bigint, begun bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT one.channel, sum(one.tried), sum(one.failed), sum(one.begun), sum(one.late) FROM (
      SELECT m.channel, 1 AS tried,
        (a.outcome IN ('retry', 'ambiguous') AND coalesce(a.code, '') <> ALL ('{facts_changed,worker_slept,worker_lost}'))::int AS failed,
        (a.number = 1)::int AS begun, (a.number = 1 AND a.started_at > m.due_at + interval '60 seconds')::int AS late
      FROM message_attempt a JOIN message m ON m.clinic_id = a.clinic_id AND m.id = a.message_id
      WHERE a.started_at > clock_timestamp() - since
      UNION ALL
      SELECT m.channel, 0, 0, 1, 1 FROM message m WHERE m.next_at < clock_timestamp() - interval '60 seconds' AND m.attempts = 0
    ) AS one GROUP BY one.channel $$;`;
