import { KEPT_STATUSES } from '@keel/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../platform/index.js';

export class CreatePatientStanding1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the schedule shows of a patient beside their name; absent until there is something to show.
      CREATE TABLE patient_standing (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        -- When the first visit to which they came began.
        first_kept_at timestamptz,
        -- The sum of open_invoice, in cents.
        owing integer NOT NULL DEFAULT 0,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, id) REFERENCES patient (clinic_id, id)
      );
      ${tenantTable('patient_standing', { grants: 'SELECT, INSERT, UPDATE' })}

      -- What billing has told of an invoice: the newest word on what is open on it.
      CREATE TABLE open_invoice (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        open integer NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
      );
      ${tenantTable('open_invoice', { grants: 'SELECT, INSERT, UPDATE' })}
      CREATE INDEX open_invoice_of_patient ON open_invoice (clinic_id, patient_id) WHERE open > 0;

      INSERT INTO patient_standing (clinic_id, id, first_kept_at)
        SELECT clinic_id, patient_id, min(start_at) FROM appointment
        WHERE status IN ('${KEPT_STATUSES.join("', '")}') GROUP BY clinic_id, patient_id;`);
  }

  async down(): Promise<void> {
    throw new Error('Drop the tables patient_standing and open_invoice instead');
  }
}
