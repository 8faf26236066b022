import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

export class ShareTheProviders1795854662951 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DUE);
    await runner.query(HEALTH);
  }

  async down(): Promise<void> {
    throw new Error('Drop due_messages(text, integer, integer, interval) and the index message_in_flight instead');
  }
}

/*
 * The next messages of a pool, one clinic after the other: what a clinic has on its way counts as its earlier turns, and no
 * clinic has more than its share. What was handed over longer ago than a lease hangs with nobody.
 */
const DUE = `
  CREATE INDEX message_in_flight ON message (clinic_id) WHERE status = 'queued';

  CREATE FUNCTION due_messages(pool text, at_most integer, per_clinic integer, lease interval)
    RETURNS TABLE ("clinicId" uuid, id uuid, "nextAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH due AS (
      SELECT clinic_id, id, next_at, row_number() OVER (PARTITION BY clinic_id ORDER BY next_at, id) AS turn
      FROM message
      WHERE next_at <= clock_timestamp() AND pool = CASE WHEN channel = 'email' AND patient_id IS NULL THEN 'staff' ELSE channel END
    ), leaving AS (
      SELECT clinic_id, count(*) AS n FROM message
      WHERE status = 'queued' AND reason IS NULL AND next_at > clock_timestamp() AND queued_at > clock_timestamp() - lease
        AND pool = CASE WHEN channel = 'email' AND patient_id IS NULL THEN 'staff' ELSE channel END
      GROUP BY clinic_id
    )
    SELECT due.clinic_id, due.id, due.next_at FROM due LEFT JOIN leaving ON leaving.clinic_id = due.clinic_id
    WHERE due.turn + coalesce(leaving.n, 0) <= per_clinic
    ORDER BY due.turn + coalesce(leaving.n, 0), due.next_at LIMIT at_most $$;
  ${definerFunction('due_messages(text, integer, integer, interval)')}
  DROP FUNCTION due_messages(integer);`;

/* How handing over has gone lately: what was tried and not taken, what began later than a minute after its time or has yet to. */
const HEALTH = `
  CREATE INDEX message_attempt_started ON message_attempt (started_at);

  CREATE FUNCTION sending_health(since interval)
    RETURNS TABLE (channel text, tried bigint, failed bigint, begun bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT one.channel, sum(one.tried), sum(one.failed), sum(one.begun), sum(one.late) FROM (
      SELECT m.channel, 1 AS tried, (a.outcome IN ('retry', 'ambiguous') AND a.code IS DISTINCT FROM 'facts_changed')::int AS failed,
        (a.number = 1)::int AS begun, (a.number = 1 AND a.started_at > m.due_at + interval '60 seconds')::int AS late
      FROM message_attempt a JOIN message m ON m.clinic_id = a.clinic_id AND m.id = a.message_id
      WHERE a.started_at > clock_timestamp() - since
      UNION ALL
      SELECT m.channel, 0, 0, 1, 1 FROM message m WHERE m.next_at < clock_timestamp() - interval '60 seconds' AND m.attempts = 0
    ) AS one GROUP BY one.channel $$;
  ${definerFunction('sending_health(interval)')}`;
