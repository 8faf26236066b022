import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../platform/index.js';

export class CountWhatIsSent1795853626900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many messages left a clinic on a day of UTC, by channel, and for texts by the country of the number.
      CREATE TABLE sending_count (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        day date NOT NULL,
        channel text NOT NULL CHECK (channel IN ('email', 'sms')),
        country text NOT NULL,
        sent integer NOT NULL,
        PRIMARY KEY (clinic_id, id),
        CONSTRAINT sending_count_once UNIQUE (clinic_id, day, channel, country)
      );
      ${tenantTable('sending_count', { grants: 'SELECT, INSERT, UPDATE' })}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sending_count');
  }
}
