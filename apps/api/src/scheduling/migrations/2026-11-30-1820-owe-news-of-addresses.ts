import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../platform/index.js';

export class OweNewsOfAddresses2026113018200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Appointments whose patients were told of another address than their place has by now: noted with the change of the address, and
      -- taken away when that is written beside the appointment, a portion of them in each transaction.
      CREATE TABLE address_news (
        clinic_id uuid NOT NULL,
        -- In the order of the changes of a place, since these wait for each other.
        number bigint GENERATED ALWAYS AS IDENTITY,
        location_id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        portion uuid NOT NULL,
        -- As addresses are compared.
        from_address text NOT NULL,
        to_address text NOT NULL,
        PRIMARY KEY (clinic_id, number),
        FOREIGN KEY (clinic_id, location_id) REFERENCES location (clinic_id, id),
        FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment (clinic_id, id)
      );
      ${tenantTable('address_news', { grants: 'SELECT, INSERT, DELETE' })}
      CREATE INDEX address_news_of_appointment ON address_news (clinic_id, appointment_id);
      CREATE INDEX address_news_in_portion ON address_news (clinic_id, portion);
      CREATE INDEX address_news_of_location ON address_news (clinic_id, location_id);`);
  }

  async down(): Promise<void> {
    throw new Error('Drop the table address_news instead, once it is empty');
  }
}
