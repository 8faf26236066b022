import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../platform/index.js';

export class CreateBilling1766000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [INVOICE, LINE, UNCHANGED_ONCE_ISSUED, PAYMENT, JOURNAL, BALANCED]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead');
  }
}

const INVOICE = `
  CREATE TABLE invoice (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    -- Taken at issue, without gaps.
    number integer,
    status text NOT NULL CHECK (status IN ('draft', 'issued', 'paid', 'void')),
    patient_id uuid NOT NULL,
    practitioner_id uuid NOT NULL,
    location_id uuid NOT NULL,
    appointment_id uuid,
    service_date date NOT NULL,
    issued_at timestamptz,
    voided_at timestamptz,
    currency text NOT NULL,
    subtotal integer NOT NULL CHECK (subtotal >= 0),
    tax integer NOT NULL CHECK (tax >= 0),
    total integer NOT NULL,
    paid integer NOT NULL DEFAULT 0,
    -- Names, registration and place as they were when it was issued.
    snapshot jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, number),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioner (clinic_id, id),
    FOREIGN KEY (clinic_id, location_id) REFERENCES location (clinic_id, id),
    FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment (clinic_id, id),
    CHECK (total = subtotal + tax),
    CHECK (paid BETWEEN 0 AND total),
    CHECK ((status = 'paid') = (paid = total AND status NOT IN ('draft', 'void'))),
    CHECK (status <> 'void' OR paid = 0),
    CHECK ((status = 'draft') = (number IS NULL)),
    CHECK (status = 'draft' OR (issued_at IS NOT NULL AND snapshot IS NOT NULL))
  );
  ${tenantTable('invoice', { grants: 'SELECT, INSERT, UPDATE' })}
  -- One invoice a visit; a voided one makes room for another.
  CREATE UNIQUE INDEX invoice_of_appointment ON invoice (clinic_id, appointment_id) WHERE status <> 'void';
  CREATE INDEX invoice_of_patient ON invoice (clinic_id, patient_id, id);

  CREATE TABLE invoice_counter (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL DEFAULT uuidv7(),
    last_number integer NOT NULL,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id)
  );
  ${tenantTable('invoice_counter', { grants: 'SELECT, INSERT, UPDATE' })}`;

const LINE = `
  CREATE TABLE invoice_line (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    position integer NOT NULL,
    description text NOT NULL,
    service_id uuid,
    quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
    unit_price integer NOT NULL CHECK (unit_price >= 0),
    net integer NOT NULL,
    tax_code text NOT NULL,
    -- [{name, rate in thousandths of a percent, amount in cents}]
    taxes jsonb NOT NULL,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, invoice_id, position),
    FOREIGN KEY (clinic_id, invoice_id) REFERENCES invoice (clinic_id, id),
    CHECK (net = quantity * unit_price)
  );
  ${tenantTable('invoice_line', { grants: 'SELECT, INSERT, DELETE' })}`;

const UNCHANGED_ONCE_ISSUED = `
  CREATE FUNCTION refuse_change_of_issued_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.status <> 'draft' AND
       (to_jsonb(NEW) - '{status,paid,voided_at,version}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{status,paid,voided_at,version}'::text[])
    THEN
      RAISE EXCEPTION 'an issued invoice never changes' USING ERRCODE = '23514', CONSTRAINT = 'issued_invoice_unchanged';
    END IF;
    IF OLD.status = 'void' THEN
      RAISE EXCEPTION 'a voided invoice stays void' USING ERRCODE = '23514', CONSTRAINT = 'issued_invoice_unchanged';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER issued_invoice_unchanged BEFORE UPDATE ON invoice
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_invoice();

  CREATE FUNCTION refuse_change_of_issued_lines() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE line invoice_line := coalesce(NEW, OLD);
  BEGIN
    IF EXISTS (SELECT 1 FROM invoice i WHERE i.clinic_id = line.clinic_id AND i.id = line.invoice_id AND i.status <> 'draft') THEN
      RAISE EXCEPTION 'lines of an issued invoice never change' USING ERRCODE = '23514', CONSTRAINT = 'issued_invoice_unchanged';
    END IF;
    RETURN line;
  END $$;
  CREATE TRIGGER issued_lines_unchanged BEFORE INSERT OR DELETE ON invoice_line
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_lines();`;

const PAYMENT = `
  CREATE TABLE payment (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    amount integer NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    method text NOT NULL,
    reference text,
    received_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
  );
  ${tenantTable('payment', { grants: 'SELECT, INSERT' })}

  CREATE TABLE allocation (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    amount integer NOT NULL CHECK (amount > 0),
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, payment_id) REFERENCES payment (clinic_id, id),
    FOREIGN KEY (clinic_id, invoice_id) REFERENCES invoice (clinic_id, id)
  );
  ${tenantTable('allocation', { grants: 'SELECT, INSERT' })}
  CREATE INDEX allocation_of_invoice ON allocation (clinic_id, invoice_id);
  CREATE INDEX allocation_of_payment ON allocation (clinic_id, payment_id);`;

const JOURNAL = `
  CREATE TABLE journal_entry (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    -- The business fact: what it is about and why it posts. One fact posts once.
    source text NOT NULL,
    source_id uuid NOT NULL,
    purpose text NOT NULL,
    at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, source, source_id, purpose)
  );
  ${tenantTable('journal_entry', { grants: 'SELECT, INSERT' })}

  CREATE TABLE posting (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    entry_id uuid NOT NULL,
    account text NOT NULL,
    -- Debits are positive.
    amount integer NOT NULL CHECK (amount <> 0),
    currency text NOT NULL,
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, entry_id) REFERENCES journal_entry (clinic_id, id)
  );
  ${tenantTable('posting', { grants: 'SELECT, INSERT' })}
  CREATE INDEX posting_of_entry ON posting (clinic_id, entry_id);`;

const BALANCED = `
  CREATE FUNCTION refuse_unbalanced_entry() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM posting p WHERE p.clinic_id = NEW.clinic_id AND p.entry_id = NEW.entry_id GROUP BY p.currency HAVING sum(p.amount) <> 0) THEN
      RAISE EXCEPTION 'a journal entry sums to zero' USING ERRCODE = '23514', CONSTRAINT = 'journal_entry_balanced';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER journal_entry_balanced AFTER INSERT ON posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_entry();`;
