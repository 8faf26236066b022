import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepWhatWasTyped1795893101641 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invoice_line
        -- {service: {description, quantity, unitPrice, taxCode}}: how the line of a draft stood when it last billed another
        -- service, so that it stands so again when the visit is of that service again.
        ADD COLUMN earlier jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('What was typed is not forgotten again: restore a backup instead');
  }
}
