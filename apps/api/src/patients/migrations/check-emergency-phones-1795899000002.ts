import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readOlderPhones } from '../../platform/index.js';

/** The phone of an emergency contact is a number that can be dialled, as the patient's own is; a text that is none stays as a remark. */
export class CheckEmergencyPhones1795899000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await readOlderPhones(runner, {
      written: `SELECT clinic_id AS "clinicId", id, emergency_contact ->> 'phone' AS phone FROM patient
        WHERE emergency_contact ->> 'phone' IS NOT NULL AND (clinic_id, id) > ($1, $2) ORDER BY clinic_id, id`,
      store: `UPDATE patient p SET emergency_contact = p.emergency_contact
          || jsonb_build_object('phone', r.phone, 'phoneExtension', r.extension, 'phoneRemark', r.remark)
        FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) AS r (clinic_id, id, phone, extension, remark)
        WHERE p.clinic_id = r.clinic_id AND p.id = r.id`,
    });
    await runner.query(`ALTER TABLE patient
      ADD CONSTRAINT patient_emergency_phone_is_a_number CHECK (emergency_contact ->> 'phone' ~ '^[+][1-9][0-9]{4,14}$')`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
