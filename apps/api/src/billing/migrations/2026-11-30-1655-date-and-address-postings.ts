import type { MigrationInterface, QueryRunner } from 'typeorm';

const ZONE = `coalesce(i.snapshot #>> '{location,timeZone}', i.snapshot #>> '{clinic,timeZone}', l.time_zone)`;
const PLACED = 'invoice i JOIN location l ON l.clinic_id = i.clinic_id AND l.id = i.location_id';

/**
 * An entry of the journal has its civil day, by the clock of the place of its invoice, and a posting the party whose debt or money
 * it is and the invoice that it belongs to. Until now every one was of a patient.
 */
export class DateAndAddressPostings2026113016550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE journal_entry ADD COLUMN posted_on date;
      UPDATE journal_entry e SET posted_on = (e.at AT TIME ZONE ${ZONE})::date FROM ${PLACED}
        WHERE e.source = 'invoice' AND i.clinic_id = e.clinic_id AND i.id = e.source_id;
      UPDATE journal_entry e SET posted_on = (e.at AT TIME ZONE ${ZONE})::date FROM allocation a JOIN ${PLACED}
          ON i.clinic_id = a.clinic_id AND i.id = a.invoice_id
        WHERE e.source = 'payment' AND a.clinic_id = e.clinic_id AND a.payment_id = e.source_id;
      -- One whose invoice is not there is booked by the clock of the clinic.
      UPDATE journal_entry e SET posted_on = (e.at AT TIME ZONE c.time_zone)::date FROM clinic c
        WHERE e.posted_on IS NULL AND c.clinic_id = e.clinic_id;
      ALTER TABLE journal_entry ALTER COLUMN posted_on SET NOT NULL;
      CREATE INDEX journal_entry_by_day ON journal_entry (clinic_id, posted_on, id);

      ALTER TABLE posting ADD COLUMN party text, ADD COLUMN party_id uuid, ADD COLUMN invoice_id uuid;
      UPDATE posting p SET party = 'patient', party_id = i.patient_id, invoice_id = i.id
        FROM journal_entry e JOIN invoice i ON i.clinic_id = e.clinic_id AND i.id = e.source_id
        WHERE e.source = 'invoice' AND e.clinic_id = p.clinic_id AND e.id = p.entry_id;
      UPDATE posting p SET party = 'patient', party_id = i.patient_id, invoice_id = i.id
        FROM journal_entry e JOIN allocation a ON a.clinic_id = e.clinic_id AND a.payment_id = e.source_id
          JOIN invoice i ON i.clinic_id = a.clinic_id AND i.id = a.invoice_id
        WHERE e.source = 'payment' AND e.clinic_id = p.clinic_id AND e.id = p.entry_id;
      ALTER TABLE posting
        -- Of everything that is posted from now on.
        ADD CONSTRAINT posting_says_whose CHECK (num_nulls(party, party_id, invoice_id) = 0) NOT VALID,
        ADD CONSTRAINT posting_party CHECK (party IN ('patient')),
        ADD FOREIGN KEY (clinic_id, invoice_id) REFERENCES invoice (clinic_id, id);
      CREATE INDEX posting_of_party ON posting (clinic_id, party, party_id);
      CREATE INDEX posting_of_invoice ON posting (clinic_id, invoice_id);`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}
