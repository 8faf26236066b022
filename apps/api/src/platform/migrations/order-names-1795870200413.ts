import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order of people's names, for every list of them. */
export class OrderNames1795870200413 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // French Canadian rules serve English names as well: letters first, then accents (from the end, as in cote, côte, coté,
    // côté), then case; hyphens, spaces and apostrophes do not count. Equal names are told apart by their bytes.
    await runner.query(`CREATE COLLATION person_name (provider = icu, locale = 'fr-CA-u-ka-shifted')`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
