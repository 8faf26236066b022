import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Who works in a clinic under an address, so that nobody is invited to where they are. */
export class FindMembersByAddress1762000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION member_by_address(clinic uuid, address citext) RETURNS TABLE (id uuid, "userId" uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT m.id, m.user_id FROM membership m JOIN user_account u ON u.id = m.user_id
        WHERE m.clinic_id = clinic AND u.email = address AND m.active $$;
      ${definerFunction('member_by_address(uuid, citext)')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION member_by_address(uuid, citext)');
  }
}
