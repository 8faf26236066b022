import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../database/tenant-table.js';

export class KeepWorkItems2026113018400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ITEMS);
    await runner.query(FUNCTIONS);
    await runner.query(DEAD_LETTERS);
  }

  async down(): Promise<void> {
    throw new Error('Drop work_item, its functions and the triggers that call them instead');
  }
}

const ITEMS = `
  -- That a person must decide something. Says of what, since when and whose it is, and nothing that stands in the subject itself.
  CREATE TABLE work_item (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL DEFAULT uuidv7(),
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    since timestamptz NOT NULL,
    -- From then on it is too late to do anything: it is nobody's work any more.
    lapses_at timestamptz,
    due_at timestamptz,
    -- The logins of who is to do it and who did; null where it was done by itself.
    assignee_id uuid,
    done_at timestamptz,
    done_by uuid,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (clinic_id, id),
    CONSTRAINT work_item_once UNIQUE (clinic_id, kind, subject_id),
    CONSTRAINT work_item_done_before_by CHECK (done_by IS NULL OR done_at IS NOT NULL)
  );
  ${tenantTable('work_item', { grants: 'SELECT, INSERT, UPDATE' })}
  CREATE INDEX work_item_open ON work_item (clinic_id, kind) WHERE done_at IS NULL;
  CREATE INDEX work_item_assignee ON work_item (clinic_id, assignee_id) WHERE done_at IS NULL AND assignee_id IS NOT NULL;
  CREATE INDEX work_item_over ON work_item ((coalesce(done_at, lapses_at)));`;

/*
 * Called by the triggers of the tables that the work is about, in the transaction of the fact: whoever changes such a row need not
 * think of its work, and cannot forget it. Instants are kept to the millisecond, which is what a page's cursor holds.
 */
const FUNCTIONS = `
  -- It is to be done from then on. One that is open already stays whose it is; one that was done before is new work.
  CREATE FUNCTION open_work_item(of_clinic uuid, of_kind text, subject uuid, began timestamptz, lapses timestamptz) RETURNS void
    LANGUAGE sql AS $$
    INSERT INTO work_item AS w (clinic_id, kind, subject_id, since, lapses_at)
    VALUES (of_clinic, of_kind, subject, date_trunc('milliseconds', began), date_trunc('milliseconds', lapses))
    ON CONFLICT (clinic_id, kind, subject_id) DO UPDATE SET
      since = CASE WHEN w.done_at IS NULL THEN w.since ELSE excluded.since END,
      lapses_at = excluded.lapses_at,
      due_at = CASE WHEN w.done_at IS NULL THEN w.due_at END,
      assignee_id = CASE WHEN w.done_at IS NULL THEN w.assignee_id END,
      done_at = NULL, done_by = NULL, version = w.version + 1
    WHERE w.done_at IS NOT NULL OR w.lapses_at IS DISTINCT FROM excluded.lapses_at $$;

  -- It is done, by whoever the transaction is of.
  CREATE FUNCTION close_work_items(of_clinic uuid, of_kinds text[], subject uuid) RETURNS void
    LANGUAGE sql AS $$
    UPDATE work_item SET done_at = date_trunc('milliseconds', clock_timestamp()),
      done_by = nullif(current_setting('app.user_id', true), '')::uuid, version = version + 1
    WHERE clinic_id = of_clinic AND kind = ANY (of_kinds) AND subject_id = subject AND done_at IS NULL $$;

  -- Three months after its end nobody asks any more who did it; the audit keeps that.
  CREATE FUNCTION purge_work_items(at_most integer) RETURNS TABLE (purged bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
      DELETE FROM work_item w USING (
        SELECT clinic_id, id FROM work_item WHERE coalesce(done_at, lapses_at) < now() - interval '90 days'
        ORDER BY coalesce(done_at, lapses_at) LIMIT at_most FOR UPDATE SKIP LOCKED) old
      WHERE w.clinic_id = old.clinic_id AND w.id = old.id RETURNING 1)
    SELECT count(*) FROM gone $$;
  ${definerFunction('purge_work_items(integer)')}`;

const DEAD_LETTERS = `
  CREATE FUNCTION follow_dead_letter() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.handled_at IS NULL AND NEW.replayed_at IS NULL THEN
      PERFORM open_work_item(NEW.clinic_id, 'dead_letter', NEW.id, NEW.failed_at, NULL);
    ELSE
      PERFORM close_work_items(NEW.clinic_id, ARRAY['dead_letter'], NEW.id);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER work_item AFTER INSERT OR UPDATE OF handled_at, replayed_at ON dead_letter
    FOR EACH ROW EXECUTE FUNCTION follow_dead_letter();
  SELECT open_work_item(clinic_id, 'dead_letter', id, failed_at, NULL) FROM dead_letter WHERE handled_at IS NULL AND replayed_at IS NULL;`;
