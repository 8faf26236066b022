import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a visit shows was set by the last event until now: count it once over all notes of the visit. */
export class CountNotesOfVisits1795854968196 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO appointment_card (clinic_id, id, documented, note_status)
        SELECT clinic_id, appointment_id, bool_or(status IN ('signed', 'amended')),
          CASE WHEN bool_or(status = 'amended') THEN 'amended' WHEN bool_or(status = 'signed') THEN 'signed'
            WHEN bool_or(status = 'draft') THEN 'draft' ELSE 'entered_in_error' END
        FROM note WHERE appointment_id IS NOT NULL GROUP BY clinic_id, appointment_id
        ON CONFLICT (clinic_id, id) DO UPDATE SET documented = excluded.documented, note_status = excluded.note_status;`);
  }

  async down(): Promise<void> {
    throw new Error('There is nothing to take back');
  }
}
