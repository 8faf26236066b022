import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The visit as its patient knows it, while the clinic has changed it and nobody has told them. */
export class KeepWhatAPatientWasTold1795943582815 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // All null where the patient knows how it is: so it is of every visit from before, since nobody wrote down what was told.
    await runner.query(`
      ALTER TABLE appointment
        ADD COLUMN told_start_at timestamptz,
        ADD COLUMN told_practitioner_id uuid,
        ADD COLUMN told_location_id uuid,
        ADD COLUMN told_off boolean,
        ADD CONSTRAINT appointment_told CHECK (num_nonnulls(told_start_at, told_practitioner_id, told_location_id, told_off) IN (0, 4)),
        ADD FOREIGN KEY (clinic_id, told_practitioner_id) REFERENCES practitioner (clinic_id, id),
        ADD FOREIGN KEY (clinic_id, told_location_id) REFERENCES location (clinic_id, id)`);
    // What is to be done now is looked for among few.
    await runner.query('CREATE INDEX appointment_untold ON appointment (clinic_id, start_at) WHERE told_start_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE appointment DROP COLUMN told_start_at, DROP COLUMN told_practitioner_id,
      DROP COLUMN told_location_id, DROP COLUMN told_off`);
  }
}
