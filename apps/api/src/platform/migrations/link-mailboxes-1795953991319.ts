import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One more kind of link: by which whoever holds a mailbox ends what a clinic writes to it. */
export class LinkMailboxes1795953991319 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE link_token DROP CONSTRAINT link_kind, ADD CONSTRAINT link_kind
        CHECK (kind IN ('appointment', 'booking', 'offer', 'form', 'invoice', 'document', 'measure', 'programme', 'mailbox'))`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
