import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reminder that went to an address which is not its patient's makes room for one to the right address. */
export class RemindAgainWhereItWentAstray2026113017100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE message ADD COLUMN astray boolean NOT NULL DEFAULT false, DROP CONSTRAINT message_once;
      CREATE UNIQUE INDEX message_once ON message (clinic_id, appointment_id, rule_id, time_version) WHERE NOT astray;
      CREATE INDEX message_of_appointment ON message (clinic_id, appointment_id) WHERE appointment_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Of what was reminded of twice only what counts fits under the key of before; of the others the rule is forgotten.
    await runner.query(`
      UPDATE message SET rule_id = NULL WHERE astray;
      DROP INDEX message_of_appointment;
      DROP INDEX message_once;
      ALTER TABLE message DROP COLUMN astray, ADD CONSTRAINT message_once UNIQUE (clinic_id, appointment_id, rule_id, time_version)`);
  }
}
