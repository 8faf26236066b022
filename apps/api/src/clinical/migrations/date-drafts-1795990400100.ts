import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** A draft is of the day that its visit is of; what is signed stays as it was signed, and the runtime role cannot redate it. */
export class DateDrafts1795990400100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION date_drafts(visit uuid, day timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE note SET noted_at = day WHERE clinic_id = current_clinic() AND appointment_id = visit AND status = 'draft' $$;
      ${definerFunction('date_drafts(uuid, timestamptz)')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION date_drafts(uuid, timestamptz)');
  }
}
