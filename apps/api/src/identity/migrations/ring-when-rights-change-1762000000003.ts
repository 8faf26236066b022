import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a session ends, a member's rights change or a key is revoked, open streams learn at the commit whose it was. */
export class RingWhenRightsChange1762000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ring_rights() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM pg_notify('keel_rights', coalesce(to_jsonb(OLD) ->> 'user_id', OLD.id::text));
        RETURN NULL;
      END $$;
      CREATE TRIGGER ring_when_session_ends AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION ring_rights();
      CREATE TRIGGER ring_when_clinic_chosen AFTER UPDATE OF clinic_id ON session FOR EACH ROW EXECUTE FUNCTION ring_rights();
      CREATE TRIGGER ring_when_member_changes AFTER UPDATE ON membership FOR EACH ROW
        WHEN ((OLD.active, OLD.roles, OLD.chart_right) IS DISTINCT FROM (NEW.active, NEW.roles, NEW.chart_right))
        EXECUTE FUNCTION ring_rights();
      CREATE TRIGGER ring_when_key_changes AFTER UPDATE ON api_key FOR EACH ROW EXECUTE FUNCTION ring_rights();`);
  }

  async down(): Promise<void> {
    throw new Error('Drop the triggers ring_when_… and the function ring_rights instead');
  }
}
