import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a practitioner takes no visits and a location is closed: what was called off after that only goes back to where it stood. */
export class SaySinceWhenNoVisitsAreTaken1795990600110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Null for who takes visits; also of those who took none before this, of whom nobody knows since when.
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} ADD COLUMN inactive_since timestamptz`);
    await runner.query(DATED);
    for (const table of TABLES) await runner.query(dates(table));
    for (const view of [PRACTITIONERS, LOCATIONS]) await runner.query(`CREATE OR REPLACE VIEW ${view(', inactive_since')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, view] of [
      ['practitioner_card', PRACTITIONERS],
      ['location_card', LOCATIONS],
    ] as const) {
      await runner.query(`DROP VIEW ${name}`);
      await runner.query(`CREATE VIEW ${view('')}`);
      await runner.query(`GRANT SELECT ON ${name} TO keel_app`);
    }
    for (const table of TABLES) {
      await runner.query(`DROP TRIGGER dated_as_inactive ON ${table}`);
      await runner.query(`DROP TRIGGER added_as_inactive ON ${table}`);
    }
    await runner.query('DROP FUNCTION date_inactive()');
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP COLUMN inactive_since`);
  }
}

const TABLES = ['practitioner', 'location'] as const;

// By the clock, not by the beginning of the transaction: one that waited long would be before what was done meanwhile.
const DATED = `
  CREATE FUNCTION date_inactive() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.inactive_since := CASE WHEN NOT NEW.active THEN clock_timestamp() END;
    RETURN NEW;
  END $$`;

const dates = (table: string) => `
  CREATE TRIGGER dated_as_inactive BEFORE UPDATE OF active ON ${table} FOR EACH ROW
    WHEN (OLD.active IS DISTINCT FROM NEW.active) EXECUTE FUNCTION date_inactive();
  CREATE TRIGGER added_as_inactive BEFORE INSERT ON ${table} FOR EACH ROW
    WHEN (NOT NEW.active) EXECUTE FUNCTION date_inactive()`;

const PRACTITIONERS = (more: string) => `practitioner_card WITH (security_invoker = true) AS
  SELECT clinic_id, id, first_name || ' ' || last_name AS display_name, profession, colour, active${more} FROM practitioner`;

const LOCATIONS = (more: string) => `location_card WITH (security_invoker = true) AS
  SELECT clinic_id, id, name, time_zone, active${more} FROM location`;
