import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../platform/index.js';

export class CreatePhrases1765000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE phrase (
        clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
        id uuid NOT NULL,
        -- Whose it is; null for the whole clinic's.
        user_id uuid,
        trigger text NOT NULL,
        -- Sealed: it was taken from a note more often than not.
        text bytea NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (clinic_id, id),
        UNIQUE NULLS NOT DISTINCT (clinic_id, user_id, trigger),
        FOREIGN KEY (clinic_id, user_id) REFERENCES membership (clinic_id, user_id)
      );
      ${tenantTable('phrase')}`);
  }

  async down(): Promise<void> {
    throw new Error('What people wrote is not taken back: restore a backup instead');
  }
}
