import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction } from '../../platform/index.js';

/** Whose word a member's is: whoever brings a second account of their own into the clinic has no second word by it. */
export class SayWhoBroughtAMemberIn1795954216199 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMN, WHO_BROUGHT_WHOM, VOICES]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Who brought somebody in is not forgotten again: restore a backup instead');
  }
}

const COLUMN = `
  ALTER TABLE membership
    -- The member whose invitation they accepted, or who let them in again after they had left; null for a founder, and where Keel did.
    ADD COLUMN brought_in_by uuid,
    ADD FOREIGN KEY (clinic_id, brought_in_by) REFERENCES membership (clinic_id, user_id);`;

/** Of members from before: by the invitation that they accepted last, which the audit knows the giver of where it does not say. */
export const WHO_BROUGHT_WHOM = `
  UPDATE membership m SET brought_in_by = giver.user_id FROM (
      SELECT DISTINCT ON (one.clinic_id, one.id) one.clinic_id, one.id, coalesce(i.invited_by, made.person) AS user_id
      FROM membership one JOIN user_account u ON u.id = one.user_id
        LEFT JOIN practitioner p ON p.clinic_id = one.clinic_id AND p.user_id = one.user_id
        JOIN invitation i ON i.clinic_id = one.clinic_id AND i.accepted_at IS NOT NULL
          AND (i.id = one.id OR i.email = u.email OR i.practitioner_id = p.id)
        LEFT JOIN LATERAL (
          SELECT CASE e.actor_type WHEN 'user' THEN e.actor_id::uuid ELSE substr(k.created_by, 6)::uuid END AS person
          FROM audit_entry e LEFT JOIN api_key k ON e.actor_type = 'key' AND k.clinic_id = e.clinic_id AND k.id::text = e.actor_id
          WHERE e.clinic_id = i.clinic_id AND e.what = 'invitation' AND e.action = 'create' AND e.entity_id = i.id::text
            AND (e.actor_type = 'user' OR k.created_by LIKE 'user:%')
          LIMIT 1) made ON true
      ORDER BY one.clinic_id, one.id, i.accepted_at DESC
    ) chosen JOIN membership giver ON giver.clinic_id = chosen.clinic_id AND giver.user_id = chosen.user_id
  WHERE m.clinic_id = chosen.clinic_id AND m.id = chosen.id AND m.user_id <> giver.user_id;`;

const VOICES = `
  -- Whose word is the reader's own: theirs, and of whom they brought in, and of whom these did. An owner speaks for themselves, and
  -- so do those whom they bring in: whoever makes owners could open every chart without a second account.
  CREATE FUNCTION voices_of(clinic uuid, reader uuid) RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE voice (user_id) AS (
      SELECT reader
      UNION
      SELECT m.user_id FROM voice v JOIN membership m ON m.clinic_id = clinic AND m.brought_in_by = v.user_id
      WHERE NOT (m.active AND 'owner' = ANY (m.roles)))
    SELECT array_agg(v.user_id) FROM voice v $$;
  ${definerFunction('voices_of(uuid, uuid)')}`;
