import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Taken time belongs to an appointment, to a group of them or to a hold: to exactly one. */
export class SayWhoseABookingIs2026113016500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booking
        ALTER COLUMN appointment_id DROP NOT NULL,
        -- Each gets its foreign key with its own table.
        ADD COLUMN group_id uuid,
        ADD COLUMN hold_id uuid,
        ADD CONSTRAINT booking_of_one_owner CHECK (num_nonnulls(appointment_id, group_id, hold_id) = 1);
      CREATE INDEX booking_of_group ON booking (clinic_id, group_id) WHERE group_id IS NOT NULL;
      CREATE INDEX booking_of_hold ON booking (clinic_id, hold_id) WHERE hold_id IS NOT NULL;`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
