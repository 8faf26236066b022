import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Who held the lost device may have made keys and sent invitations with it: a reset ends what a new password ends, and at once. */
export class EndAccessAtResets1795899000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION reset_sign_in(uuid, uuid)');
    await runner.query(RESET);
  }

  async down(): Promise<void> {
    throw new Error('Without this a reset leaves keys and invitations alive: restore the backup of before instead');
  }
}

const RESET = `
  -- What ended, where; a row that names nothing for the account itself. Does nothing where the account must open this clinic alone
  -- and opens others too.
  CREATE FUNCTION reset_sign_in(person uuid, only_clinic uuid)
    RETURNS TABLE (elsewhere boolean, "clinicId" uuid, what text, id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM 1 FROM user_account u WHERE u.id = person FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    IF EXISTS (SELECT 1 FROM membership m WHERE m.user_id = person AND m.active AND m.clinic_id <> only_clinic) THEN
      RETURN QUERY SELECT true, NULL::uuid, NULL::text, NULL::uuid;
      RETURN;
    END IF;
    UPDATE user_account u SET password_hash = NULL WHERE u.id = person;
    DELETE FROM recovery_code c WHERE c.user_id = person;
    DELETE FROM factor f WHERE f.user_id = person;
    RETURN QUERY SELECT false, NULL::uuid, NULL::text, NULL::uuid;
    RETURN QUERY SELECT false, s.clinic_id, 'session', s.id FROM session s WHERE s.user_id = person;
    RETURN QUERY SELECT false, e."clinicId", e.what, e.id FROM end_former_access(person) e;
  END $$;
  ${definerFunction('reset_sign_in(uuid, uuid)')}`;
