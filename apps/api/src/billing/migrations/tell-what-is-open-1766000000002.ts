import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was owed before the schedule began to listen: after this, events keep it right. */
export class TellWhatIsOpen1766000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO open_invoice (clinic_id, id, patient_id, open, told_at)
        SELECT clinic_id, id, patient_id, total - paid, now() FROM invoice WHERE status = 'issued' ON CONFLICT DO NOTHING;
      INSERT INTO patient_standing (clinic_id, id, owing)
        SELECT clinic_id, patient_id, sum(open) FROM open_invoice GROUP BY clinic_id, patient_id
        ON CONFLICT (clinic_id, id) DO UPDATE SET owing = excluded.owing;`);
  }

  async down(): Promise<void> {
    throw new Error('There is nothing to take back');
  }
}
