import type { MigrationInterface, QueryRunner } from 'typeorm';

// A cancellation of the patient's own is nothing that anybody told them.
const OFF = "(status IN ('cancelled', 'late_cancelled', 'declined') AND cancelled_by IS NOT DISTINCT FROM 'clinic')";

/** Whoever told a patient of a visit as it was keeps having told them of that, whatever it became, until it turns out that they did not. */
export class KeepWhoToldWhat1795990500400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What it has been since the patient was last known to know it, and who told them of each: see tellings.ts. Null where it has not
    // changed since.
    await runner.query('ALTER TABLE appointment ADD COLUMN tellings jsonb');
    // Of visits from before: as the patient knew it, and as it is. A cancellation is of no reminder that had left before it.
    await runner.query(`
      UPDATE appointment SET tellings = jsonb_build_array(
        jsonb_build_object('from', 0, 'start', told_start_at, 'practitionerId', told_practitioner_id, 'locationId', told_location_id,
          'off', told_off, 'told', '[]'::jsonb),
        jsonb_build_object('from', CASE WHEN ${OFF} THEN version ELSE shown_version END,
          'start', start_at, 'practitionerId', practitioner_id, 'locationId', location_id,
          'off', ${OFF},
          'told', CASE WHEN told_at IS NULL THEN '[]'::jsonb
            WHEN told_message_id IS NOT NULL THEN jsonb_build_array(jsonb_build_object('message', told_message_id, 'at', told_at))
            ELSE jsonb_build_array(jsonb_build_object('by', told_by, 'at', told_at)) END))
      WHERE told_start_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment DROP COLUMN tellings');
  }
}
