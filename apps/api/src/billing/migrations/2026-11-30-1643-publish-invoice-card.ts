import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publishedView } from '../../platform/index.js';

/** What the search on the roof shows of an invoice. */
export class PublishInvoiceCard2026113016430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      publishedView('invoice_card', 'SELECT clinic_id, id, number, patient_id, issued_at, status, discarded_at FROM invoice'),
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
