import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readOlderPhones } from '../../platform/index.js';

/** Phones of clinics and locations are numbers that can be dialled, as those of patients are; a text that is none stays as a remark. */
export class CheckPhones1795899000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['clinic', 'location']) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN phone_extension text, ADD COLUMN phone_remark text`);
      await readOlderPhones(runner, {
        written: `SELECT clinic_id AS "clinicId", id, phone FROM ${table}
          WHERE phone IS NOT NULL AND (clinic_id, id) > ($1, $2) ORDER BY clinic_id, id`,
        store: `UPDATE ${table} t SET phone = r.phone, phone_extension = r.extension, phone_remark = r.remark
          FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) AS r (clinic_id, id, phone, extension, remark)
          WHERE t.clinic_id = r.clinic_id AND t.id = r.id`,
      });
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${table}_phone_is_a_number CHECK (phone ~ '^[+][1-9][0-9]{4,14}$')`);
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
