import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Each clinic has an allowance of mails and texts; one account gets no more of them than clinics that somebody could really start. */
export class CountClinicsOfFounders1795899600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOUNDED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION clinics_founded_by(uuid)');
    await runner.query('DROP INDEX clinic_founded');
  }
}

const FOUNDED = `
  CREATE INDEX clinic_founded ON clinic (founder_id, created_at);

  -- Those not proved, those of the last day, and when the day of the oldest of these is over; sign-ups of one account count one after the other.
  CREATE FUNCTION clinics_founded_by(person uuid) RETURNS TABLE (unproved integer, lately integer, "secondsUntilFewer" integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM 1 FROM user_account u WHERE u.id = person FOR UPDATE;
    RETURN QUERY SELECT (count(*) FILTER (WHERE c.proved_at IS NULL))::integer,
        (count(*) FILTER (WHERE c.created_at > now() - interval '1 day'))::integer,
        ceil(extract(epoch FROM min(c.created_at) FILTER (WHERE c.created_at > now() - interval '1 day') + interval '1 day' - now()))::integer
      FROM clinic c WHERE c.founder_id = person;
  END $$;
  ${definerFunction('clinics_founded_by(uuid)')}`;
