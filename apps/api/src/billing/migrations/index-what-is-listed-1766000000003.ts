import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexWhatIsListed1766000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX payment_of_patient ON payment (clinic_id, patient_id, id);
      CREATE INDEX invoice_open ON invoice (clinic_id, id) WHERE status = 'issued';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX payment_of_patient, invoice_open');
  }
}
