import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A visit booked at a place by name stays there when it moves; of earlier ones nobody knows, and they follow the practitioner. */
export class KeepNamedPlaces1795856226734 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment ADD COLUMN place_named boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE appointment DROP COLUMN place_named');
  }
}
