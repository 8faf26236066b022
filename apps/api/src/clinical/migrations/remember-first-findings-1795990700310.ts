import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an opening was found justified, and unjustified, whatever was found of it later: what was done since may lean on it. */
export class RememberFirstFindings1795990700310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chart_access ADD COLUMN justified_since timestamptz, ADD COLUMN unjustified_since timestamptz;
      GRANT UPDATE (justified_since, unjustified_since) ON chart_access TO keel_app`);
    for (const sql of FOUND_SO_FAR) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chart_access DROP COLUMN justified_since, DROP COLUMN unjustified_since');
  }
}

/** The audit has every finding, and no other reason that is one of these words; of one that it has not, the row shows the latest. */
export const FOUND_SO_FAR = ['justified', 'unjustified'].map(
  (outcome) => `
  UPDATE chart_access c SET ${outcome}_since = least(found.at, CASE WHEN c.review_outcome = '${outcome}' THEN c.reviewed_at END)
  FROM (SELECT a.clinic_id, a.id, (SELECT min(e.at) FROM audit_entry e WHERE e.clinic_id = a.clinic_id AND e.patient_ids @> ARRAY[a.patient_id]
      AND e.what = 'chart-access' AND e.action = 'update' AND e.entity_id = a.id::text AND e.reason = '${outcome}') AS at
    FROM chart_access a) found
  WHERE found.clinic_id = c.clinic_id AND found.id = c.id AND (found.at IS NOT NULL OR c.review_outcome = '${outcome}')`,
);
