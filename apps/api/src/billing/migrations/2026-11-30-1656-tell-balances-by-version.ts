import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is open on an invoice is told with its version from now on. What was told before, or waits to be told by events that nobody
 * hears any more, is counted once from the invoices themselves.
 */
export class TellBalancesByVersion2026113016560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE open_invoice ADD COLUMN version integer NOT NULL DEFAULT 0;
      INSERT INTO open_invoice (clinic_id, id, patient_id, open, version, told_at)
        SELECT clinic_id, id, patient_id, CASE WHEN status = 'void' THEN 0 ELSE total - paid END, version, now()
        FROM invoice WHERE status IN ('issued', 'paid', 'void')
        ON CONFLICT (clinic_id, id) DO UPDATE SET open = excluded.open, version = excluded.version;
      ALTER TABLE open_invoice DROP COLUMN told_at, ALTER COLUMN version DROP DEFAULT;
      INSERT INTO patient_standing (clinic_id, id, owing)
        SELECT clinic_id, patient_id, coalesce(sum(open) FILTER (WHERE open > 0), 0) FROM open_invoice GROUP BY clinic_id, patient_id
        ON CONFLICT (clinic_id, id) DO UPDATE SET owing = excluded.owing;
`);
    for (const table of ['dead_letter', 'delivery_failure'])
      await runner.query(`DELETE FROM ${table} WHERE listener = ANY ($1)`, [UNHEARD]);
    for (const listener of UNHEARD) {
      await runner.query('UPDATE outbox SET listeners = array_remove(listeners, $1) WHERE $1 = ANY (listeners)', [listener]);
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

const UNHEARD = [
  'countOwingWhenInvoiceIssued',
  'countOwingWhenPaymentReceived',
  'countOwingWhenPaymentReversed',
  'countOwingWhenInvoiceVoided',
];
