import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../../platform/index.js';

/** What whoever holds a mailbox says of a clinic's e-mails: of the address, whichever records have it now or later. */
export class HearMailboxes1795953991320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query(LOCK);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

const WORDS = `
  -- Only added to: the latest word of an address counts, until a patient who has it says another to the clinic.
  CREATE TABLE mailbox_consent (
    clinic_id uuid NOT NULL REFERENCES clinic (clinic_id),
    id uuid NOT NULL,
    -- In small letters, as an index under a policy can compare it.
    address text NOT NULL CHECK (address = lower(address)),
    granted boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('mailbox_consent', { grants: 'SELECT, INSERT' })}
  CREATE INDEX mailbox_consent_latest ON mailbox_consent (clinic_id, address, recorded_at DESC, id DESC);

  CREATE INDEX patient_by_mailbox ON patient (clinic_id, lower(email::text)) WHERE email IS NOT NULL;
  -- Small letters leak, so that under a policy no index of them is used: a door, with the clinic of the connection first.
  CREATE FUNCTION patients_of_mailbox(asked text) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id FROM patient WHERE clinic_id = current_clinic() AND lower(email::text) = asked ORDER BY id $$;
  ${definerFunction('patients_of_mailbox(text)')}`;

const LOCK = `
  -- Whoever is about to write there holds this lock shared, and reads what was said after it is theirs.
  CREATE FUNCTION lock_mailbox(address text, for_writing boolean) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE key bigint := hashtextextended('mailbox ' || current_clinic() || ' ' || address, 0);
    BEGIN
      IF for_writing THEN PERFORM pg_advisory_xact_lock_shared(key);
      ELSE PERFORM pg_advisory_xact_lock(key); END IF;
    END $$;
  ${definerFunction('lock_mailbox(text, boolean)')}`;
