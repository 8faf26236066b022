import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text that concerns several clinics stands once in each, however often it is brought and wherever keeping it was broken off. */
export class KeepATextOnceAClinic1795990500100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TWINS, ONCE]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX message_text_once');
  }
}

// Before texts were claimed, one that was brought twice at once could be kept twice. Both stay; the first has the provider's id.
const TWINS = `
  UPDATE message m SET provider_id = NULL WHERE kind = 'received' AND EXISTS (
    SELECT 1 FROM message o WHERE o.clinic_id = m.clinic_id AND o.kind = 'received' AND o.provider_id = m.provider_id AND o.id < m.id);`;

const ONCE = `CREATE UNIQUE INDEX message_text_once ON message (clinic_id, provider_id) WHERE kind = 'received';`;
