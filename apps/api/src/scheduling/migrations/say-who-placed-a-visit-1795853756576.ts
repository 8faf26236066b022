import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhoPlacedAVisit1795853756576 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The person who last gave the visit to its practitioner, by themselves or by a key of theirs; null for a patient's link
    // and for Keel itself.
    await runner.query('ALTER TABLE appointment ADD COLUMN placed_by uuid');
    // Of visits from before, the audit knows who booked them.
    await runner.query(`
      UPDATE appointment a SET placed_by = booked.person FROM (
        SELECT e.clinic_id, e.entity_id, CASE e.actor_type WHEN 'user' THEN e.actor_id::uuid ELSE substr(k.created_by, 6)::uuid END AS person
        FROM audit_entry e LEFT JOIN api_key k ON e.actor_type = 'key' AND k.clinic_id = e.clinic_id AND k.id::text = e.actor_id
        WHERE e.what = 'appointment' AND e.action = 'create' AND (e.actor_type = 'user' OR k.created_by LIKE 'user:%')
      ) booked WHERE booked.clinic_id = a.clinic_id AND booked.entity_id = a.id::text`);
    // Whom a practitioner sees or saw; which of them make a care relationship, and for how long, says the circle of care.
    await runner.query(`
      CREATE OR REPLACE VIEW care_visit WITH (security_invoker = true) AS
        SELECT clinic_id, patient_id, practitioner_id, id AS appointment_id, status, start_at, end_at, placed_by FROM appointment`);
  }

  async down(): Promise<void> {
    throw new Error('Who booked a visit is not forgotten again: restore a backup instead');
  }
}
