import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../database/tenant-table.js';

export class CreateLiveEvents1761000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMMITTED_EVENTS);
  }

  async down(): Promise<void> {
    throw new Error('Drop the function committed_events instead');
  }
}

/*
 * Events of these clinics that nobody has published yet, and those published since the look before; always one row, for the
 * time of this look. That time may be a little later than what the look could see, hence the second.
 */
const COMMITTED_EVENTS = `
  CREATE FUNCTION committed_events(clinics uuid[], since timestamptz, at_most integer)
    RETURNS TABLE ("clinicId" uuid, id uuid, type text, payload jsonb, "occurredAt" timestamptz, "asOf" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT event.clinic_id, event.id, event.type, event.payload, event.occurred_at, statement_timestamp()
    FROM (SELECT 1) AS look LEFT JOIN (
      (SELECT * FROM outbox
       WHERE published_at IS NULL AND created_at > statement_timestamp() - interval '10 minutes' AND clinic_id = ANY (clinics)
       ORDER BY created_at LIMIT at_most)
      UNION ALL
      (SELECT * FROM outbox
       WHERE published_at >= coalesce(since, statement_timestamp()) - interval '1 second' AND clinic_id = ANY (clinics)
       ORDER BY published_at LIMIT at_most)
    ) AS event ON true
    ORDER BY event.created_at LIMIT at_most $$;
  ${definerFunction('committed_events(uuid[], timestamptz, integer)')}`;
