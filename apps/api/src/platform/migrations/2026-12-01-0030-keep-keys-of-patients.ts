import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../database/tenant-table.js';

export class KeepKeysOfPatients2026120100300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEYS);
  }

  async down(): Promise<void> {
    throw new Error('What keys of patients have sealed opens by nothing else: restore a backup from before instead');
  }
}

const KEYS = `
  -- By which what belongs to one patient is sealed. Nobody at runtime reads, changes or removes one but by the door below.
  CREATE TABLE patient_key (
    clinic_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    -- 32 random bytes, wrapped by the clinic's data key; gone once destroyed, and the row stays, so that no other is made in its place.
    wrapped bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    destroyed_at timestamptz,
    PRIMARY KEY (clinic_id, patient_id),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
  );
  ALTER TABLE patient_key ENABLE ROW LEVEL SECURITY;

  -- Of two who seal for a patient first, both get the key of one.
  CREATE FUNCTION patient_data_key(clinic uuid, patient uuid, fresh bytea) RETURNS TABLE (wrapped bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY SELECT k.wrapped FROM patient_key k WHERE k.clinic_id = clinic AND k.patient_id = patient;
    IF NOT FOUND AND fresh IS NOT NULL THEN
      INSERT INTO patient_key (clinic_id, patient_id, wrapped) VALUES (clinic, patient, fresh) ON CONFLICT DO NOTHING;
      RETURN QUERY SELECT k.wrapped FROM patient_key k WHERE k.clinic_id = clinic AND k.patient_id = patient;
    END IF;
  END $$;
  ${definerFunction('patient_data_key(uuid, uuid, bytea)')}

  -- For the database's owner alone: nothing of Keel destroys records yet. A patient without a key never gets one afterwards.
  CREATE FUNCTION destroy_patient_key(clinic uuid, patient uuid) RETURNS void
    LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO patient_key (clinic_id, patient_id, destroyed_at) VALUES (clinic, patient, now())
    ON CONFLICT (clinic_id, patient_id) DO UPDATE SET wrapped = NULL, destroyed_at = now() WHERE patient_key.wrapped IS NOT NULL $$;
  REVOKE ALL ON FUNCTION destroy_patient_key(uuid, uuid) FROM PUBLIC;`;
