import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That somebody ended an opening by itself: a finding that is corrected brings back only what a finding ended. */
export class SayWhatSomebodyEnded1795990600130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chart_access ADD COLUMN ended_at timestamptz;
      GRANT UPDATE (ended_at) ON chart_access TO keel_app`);
    // An own booking runs out by nothing else. Of the findings' time and the end's one clock was the server's, the other the database's.
    await runner.query(`
      UPDATE chart_access SET ended_at = expires_at WHERE kind = 'own_booking' AND expires_at IS NOT NULL
        AND (review_outcome IS DISTINCT FROM 'unjustified' OR expires_at < reviewed_at - interval '1 minute')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chart_access DROP COLUMN ended_at');
  }
}
