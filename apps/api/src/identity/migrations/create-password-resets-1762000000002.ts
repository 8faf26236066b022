import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../../platform/index.js';

export class CreatePasswordResets1762000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE password_reset (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        -- Set when the mail is written; the token itself is in the mail alone.
        token_hash bytea UNIQUE,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (clinic_id, id),
        FOREIGN KEY (clinic_id, user_id) REFERENCES membership (clinic_id, user_id)
      );
      ${tenantTable('password_reset', { grants: 'SELECT, INSERT, UPDATE' })}
      CREATE INDEX password_reset_user ON password_reset (clinic_id, user_id);

      CREATE FUNCTION password_reset_by_hash(hash bytea) RETURNS TABLE (id uuid, "clinicId" uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT id, clinic_id FROM password_reset WHERE token_hash = hash AND used_at IS NULL AND expires_at > clock_timestamp() $$;
      ${definerFunction('password_reset_by_hash(bytea)')}`);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not taken back: drop the database instead');
  }
}
