import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../database/tenant-table.js';

/** How long a clinic's own events wait: the runtime role may not read events, and the figure of all is no clinic's business. */
export class TellOwnBacklog1795942472157 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Not yet given to the queue, or not yet handled nor failed by one of its listeners; of the last day, which is indexed and short.
      CREATE FUNCTION backlog_of_clinic(clinic uuid) RETURNS TABLE ("oldestSeconds" double precision)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce(extract(epoch FROM clock_timestamp() - min(o.created_at)), 0)::double precision
        FROM outbox o WHERE o.clinic_id = clinic AND (o.published_at IS NULL
          OR o.published_at > clock_timestamp() - interval '1 day' AND EXISTS (
            SELECT 1 FROM unnest(o.listeners) AS l (name)
            WHERE NOT EXISTS (SELECT 1 FROM inbox i WHERE i.clinic_id = clinic AND i.event_id = o.id AND i.listener = l.name)
              AND NOT EXISTS (SELECT 1 FROM delivery_failure f WHERE f.clinic_id = clinic AND f.event_id = o.id AND f.listener = l.name)))
      $$;
      ${definerFunction('backlog_of_clinic(uuid)')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION backlog_of_clinic(uuid)');
  }
}
