import { LIVE_STATUSES } from '@keel/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a visit is off, by a cancellation, a no-show or because nobody saw the patient; null while it stands. */
export class SaySinceWhenAVisitIsOff1795990600120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Null also of what was off before this: nobody knows since when.
    await runner.query('ALTER TABLE appointment ADD COLUMN off_since timestamptz');
    await runner.query(DATED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER dated_as_off ON appointment');
    await runner.query('DROP FUNCTION date_off()');
    await runner.query('ALTER TABLE appointment DROP COLUMN off_since');
  }
}

const STANDS = (row: string) => `(${row}.status IN ('${LIVE_STATUSES.join("', '")}'))`;

// By the clock, as the end of its practitioner and its location is: the transaction may have waited for its turn of the visit.
const DATED = `
  CREATE FUNCTION date_off() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.off_since := CASE WHEN NOT ${STANDS('NEW')} THEN clock_timestamp() END;
    RETURN NEW;
  END $$;
  CREATE TRIGGER dated_as_off BEFORE UPDATE OF status ON appointment FOR EACH ROW
    WHEN (${STANDS('OLD')} IS DISTINCT FROM ${STANDS('NEW')}) EXECUTE FUNCTION date_off()`;
