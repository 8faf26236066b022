import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MakeWorkOfMessages2026113018410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORK);
    await runner.query(TRIGGERS);
    await runner.query('SELECT follow_message(m) FROM message m WHERE m.handled_at IS NULL AND message_work(m) IS NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('Drop the two triggers of message and their functions instead');
  }
}

/*
 * The same as ATTENTION of messages/attention.ts asks of all messages at once, without the time and the patient: what a person has to
 * do about one, by its row alone. A test holds the two together.
 */
const WORK = `
  CREATE FUNCTION message_work(m message) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
      WHEN m.handled_at IS NOT NULL THEN NULL
      WHEN m.status = 'received' THEN 'message_received'
      WHEN m.status = 'unknown' THEN 'message_unknown'
      WHEN m.status = 'failed' AND m.patient_id IS NOT NULL AND m.starts_at IS NOT NULL
        AND m.reason IN ('clinic_unproved_too_late', 'day_spent_too_late', 'address_spent_too_late') THEN 'message_held'
      WHEN m.status = 'failed' THEN 'message_failed'
      WHEN m.status = 'scheduled' AND m.patient_id IS NULL AND m.attempts > 0 THEN 'message_delayed'
      WHEN m.status = 'scheduled' AND m.patient_id IS NOT NULL AND m.reason IN ('clinic_unproved', 'day_spent', 'address_spent')
        AND coalesce(m.next_at, 'infinity') + interval '2 hours' > m.starts_at THEN 'message_held'
    END $$;

  CREATE FUNCTION follow_message(m message) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    work text := message_work(m);
  BEGIN
    -- Nobody is to reach somebody who has died; what comes from their phone is still read.
    IF work <> 'message_received' AND m.patient_id IS NOT NULL AND EXISTS (
      SELECT 1 FROM patient_card p WHERE p.clinic_id = m.clinic_id AND p.id = m.patient_id AND p.deceased_on IS NOT NULL) THEN
      work := NULL;
    END IF;
    PERFORM close_work_items(m.clinic_id, array_remove(
      ARRAY['message_failed', 'message_unknown', 'message_received', 'message_held', 'message_delayed'], work), m.id);
    IF work IS NOT NULL THEN
      PERFORM open_work_item(m.clinic_id, work, m.id, m.updated_at, CASE
        -- They did not hear of it and the clinic could not know: somebody may ask for a week why they did not come.
        WHEN work = 'message_held' THEN m.starts_at + interval '7 days'
        WHEN work IN ('message_failed', 'message_unknown') THEN m.starts_at END);
    END IF;
  END $$;`;

const TRIGGERS = `
  CREATE FUNCTION message_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM follow_message(NEW);
    RETURN NULL;
  END $$;
  -- Not one of the many that leave as they should asks more than this condition.
  CREATE TRIGGER work_item_of_new AFTER INSERT ON message
    FOR EACH ROW WHEN (message_work(NEW) IS NOT NULL) EXECUTE FUNCTION message_changed();
  CREATE TRIGGER work_item AFTER UPDATE ON message
    FOR EACH ROW WHEN (message_work(OLD) IS DISTINCT FROM message_work(NEW)
      OR message_work(NEW) IS NOT NULL AND (OLD.starts_at, OLD.patient_id) IS DISTINCT FROM (NEW.starts_at, NEW.patient_id))
    EXECUTE FUNCTION message_changed();`;
