import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody is two practitioners of one clinic: whose visits and charts are theirs would have two answers, and a session none. */
export class OnePractitionerAPerson1795972702200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [UNLINK, UNIQUE]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX practitioner_of_user');
  }
}

/** The login stays with the practitioner who works, the first of several; the others are as before anybody joined. */
const UNLINK = `
  UPDATE practitioner p SET user_id = NULL, version = version + 1
  FROM (SELECT clinic_id, id, row_number() OVER (PARTITION BY clinic_id, user_id ORDER BY active DESC, id) AS place
    FROM practitioner WHERE user_id IS NOT NULL) AS ranked
  WHERE ranked.clinic_id = p.clinic_id AND ranked.id = p.id AND ranked.place > 1`;

// Partial, so that no other row refers to a practitioner by it, and a change of it waits for none that does.
const UNIQUE = 'CREATE UNIQUE INDEX practitioner_of_user ON practitioner (clinic_id, user_id) WHERE user_id IS NOT NULL';
