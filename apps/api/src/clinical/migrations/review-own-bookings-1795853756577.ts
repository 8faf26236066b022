import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReviewOwnBookings1795853756577 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chart_access
        DROP CONSTRAINT chart_access_kind_check,
        ADD CONSTRAINT chart_access_kind_check CHECK (kind IN ('grant', 'override', 'own_booking')),
        -- Somebody's own booking that opens a chart; an end of this row closes it again.
        ADD COLUMN appointment_id uuid,
        ADD COLUMN review_outcome text CHECK (review_outcome IN ('justified', 'unjustified')),
        ADD COLUMN review_comment text,
        ALTER COLUMN reason DROP NOT NULL,
        ADD CONSTRAINT chart_access_says_why CHECK (reason IS NOT NULL OR appointment_id IS NOT NULL),
        ADD CONSTRAINT chart_access_once UNIQUE (clinic_id, appointment_id, user_id),
        ADD FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment (clinic_id, id)`);
    // What was reviewed before there was an outcome was looked at and left.
    await runner.query(`UPDATE chart_access SET review_outcome = 'justified' WHERE reviewed_at IS NOT NULL`);
    await runner.query(`UPDATE chart_access SET expires_at = least(expires_at, given_at + interval '1 hour') WHERE kind = 'override'`);
    await runner.query(`
      ALTER TABLE chart_access ADD CONSTRAINT chart_access_reviewed CHECK ((reviewed_at IS NULL) = (review_outcome IS NULL));
      GRANT UPDATE (review_outcome, review_comment) ON chart_access TO keel_app;
      CREATE INDEX chart_access_unreviewed ON chart_access (clinic_id, id) WHERE reviewed_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('What was reviewed is not forgotten again: restore a backup instead');
  }
}
