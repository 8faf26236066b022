import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MakeWorkOfOpenings2026113018420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORK);
    await runner.query(
      "SELECT open_work_item(clinic_id, 'chart_access_review', id, given_at, NULL) FROM chart_access WHERE reviewed_at IS NULL",
    );
  }

  async down(): Promise<void> {
    throw new Error('Drop the two triggers of chart_access and their function instead');
  }
}

/* Whether an own booking waits for its review is asked when the work is read (WAITS of own-bookings.ts), as in the queue of reviews. */
const WORK = `
  CREATE FUNCTION follow_opening() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.reviewed_at IS NULL THEN
      PERFORM open_work_item(NEW.clinic_id, 'chart_access_review', NEW.id, NEW.given_at, NULL);
    ELSE
      PERFORM close_work_items(NEW.clinic_id, ARRAY['chart_access_review'], NEW.id);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER work_item_of_new AFTER INSERT ON chart_access FOR EACH ROW EXECUTE FUNCTION follow_opening();
  CREATE TRIGGER work_item AFTER UPDATE ON chart_access
    FOR EACH ROW WHEN ((OLD.reviewed_at IS NULL) <> (NEW.reviewed_at IS NULL)) EXECUTE FUNCTION follow_opening();`;
