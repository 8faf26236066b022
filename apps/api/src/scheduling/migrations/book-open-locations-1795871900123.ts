import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A location that closes while a visit is on its way into it gets that visit, or refuses it, and never misses it. */
export class BookOpenLocations1795871900123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPEN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER booked_where_it_is_open ON appointment');
    await runner.query('DROP TRIGGER moved_where_it_is_open ON appointment');
    await runner.query('DROP FUNCTION assert_open_location()');
  }
}

// After the foreign key, by its name: that check waits for whoever changes the location, and this one then sees what they did.
const OPEN = `
  CREATE FUNCTION assert_open_location() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM 1 FROM location WHERE clinic_id = NEW.clinic_id AND id = NEW.location_id AND active;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the location is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'appointment_location_open';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER booked_where_it_is_open AFTER INSERT ON appointment FOR EACH ROW EXECUTE FUNCTION assert_open_location();
  CREATE TRIGGER moved_where_it_is_open AFTER UPDATE OF location_id ON appointment FOR EACH ROW
    WHEN (OLD.location_id IS DISTINCT FROM NEW.location_id) EXECUTE FUNCTION assert_open_location();`;
