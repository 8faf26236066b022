import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when somebody was an owner, by whichever way they ceased to be one: the one who remains is not the sole owner at once. */
export class SoleOwnersWait1795897500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE membership ADD COLUMN owned_until timestamptz;
      CREATE FUNCTION note_end_of_ownership() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        NEW.owned_until := now();
        RETURN NEW;
      END $$;
      CREATE TRIGGER note_end_of_ownership BEFORE UPDATE ON membership FOR EACH ROW
        WHEN (OLD.active AND 'owner' = ANY (OLD.roles) AND NOT (NEW.active AND 'owner' = ANY (NEW.roles)))
        EXECUTE FUNCTION note_end_of_ownership();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER note_end_of_ownership ON membership;
      DROP FUNCTION note_end_of_ownership();
      ALTER TABLE membership DROP COLUMN owned_until;`);
  }
}
