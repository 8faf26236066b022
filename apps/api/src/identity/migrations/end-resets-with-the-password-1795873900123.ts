import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link for a new password is worth nothing once there is a new password, however that came about. */
export class EndResetsWithThePassword1795873900123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENDED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER end_resets_with_the_password ON user_account');
    await runner.query('DROP FUNCTION end_resets()');
  }
}

const ENDED = `
  CREATE FUNCTION end_resets() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE password_reset r SET used_at = clock_timestamp() WHERE r.user_id = NEW.id AND r.used_at IS NULL;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION end_resets() FROM PUBLIC;
  CREATE TRIGGER end_resets_with_the_password AFTER UPDATE OF password_hash ON user_account FOR EACH ROW
    WHEN (OLD.password_hash IS DISTINCT FROM NEW.password_hash) EXECUTE FUNCTION end_resets();`;
