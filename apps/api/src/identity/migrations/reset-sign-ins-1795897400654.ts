import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Puts an account back to where its mailbox alone proves whose it is. */
export class ResetSignIns1795897400654 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RESET);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION reset_sign_in(uuid, uuid)');
  }
}

const RESET = `
  -- Does nothing where the account must open this clinic alone and opens others too.
  CREATE FUNCTION reset_sign_in(person uuid, only_clinic uuid) RETURNS TABLE (elsewhere boolean, sessions uuid[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE ended uuid[];
  BEGIN
    PERFORM 1 FROM user_account u WHERE u.id = person FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    IF EXISTS (SELECT 1 FROM membership m WHERE m.user_id = person AND m.active AND m.clinic_id <> only_clinic) THEN
      RETURN QUERY SELECT true, ARRAY[]::uuid[];
      RETURN;
    END IF;
    UPDATE user_account u SET password_hash = NULL WHERE u.id = person;
    DELETE FROM half_open_session h WHERE h.user_id = person;
    DELETE FROM recovery_code c WHERE c.user_id = person;
    DELETE FROM factor f WHERE f.user_id = person;
    WITH gone AS (DELETE FROM session s WHERE s.user_id = person RETURNING s.id) SELECT array_agg(id) INTO ended FROM gone;
    RETURN QUERY SELECT false, coalesce(ended, ARRAY[]::uuid[]);
  END $$;
  ${definerFunction('reset_sign_in(uuid, uuid)')}`;
