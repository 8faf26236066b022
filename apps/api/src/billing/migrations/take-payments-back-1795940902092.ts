import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../platform/index.js';

/** A payment taken by mistake is taken back by a row beside it; neither is ever changed. */
export class TakePaymentsBack1795940902092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [REVERSAL, PAID_IS_WHAT_WAS_PAID]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Payments that were taken back would count again: restore a backup instead');
  }
}

const REVERSAL = `
  CREATE TABLE payment_reversal (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    reason text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    reversed_by_type text NOT NULL,
    reversed_by text NOT NULL,
    -- Of the person, as they were called then; null for what no person did.
    reversed_by_name text,
    reversed_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id),
    -- Once; and whole, since it has no amount of its own.
    UNIQUE (clinic_id, payment_id),
    FOREIGN KEY (clinic_id, payment_id) REFERENCES payment (clinic_id, id)
  );
  ${tenantTable('payment_reversal', { grants: 'SELECT, INSERT' })}`;

const PAID_IS_WHAT_WAS_PAID = `
  CREATE FUNCTION refuse_paid_that_was_not() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT 1 FROM invoice i JOIN allocation told ON told.clinic_id = i.clinic_id AND told.invoice_id = i.id
      WHERE told.clinic_id = NEW.clinic_id AND told.payment_id = NEW.payment_id AND i.paid <> (
        SELECT coalesce(sum(a.amount), 0) FROM allocation a WHERE a.clinic_id = i.clinic_id AND a.invoice_id = i.id AND NOT EXISTS (
          SELECT 1 FROM payment_reversal r WHERE r.clinic_id = a.clinic_id AND r.payment_id = a.payment_id)))
    THEN
      RAISE EXCEPTION 'an invoice is paid by its payments that were not taken back' USING ERRCODE = '23514', CONSTRAINT = 'paid_is_what_was_paid';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER paid_is_what_was_paid AFTER INSERT ON allocation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_paid_that_was_not();
  CREATE CONSTRAINT TRIGGER paid_is_what_was_paid AFTER INSERT ON payment_reversal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_paid_that_was_not();`;
