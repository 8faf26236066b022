import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft goes with its visit; whoever wrote lines by hand keeps them as long as the visit is expected. What was issued stays. */
export class LetDraftsGo1795854968195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invoice ADD COLUMN edited boolean NOT NULL DEFAULT false;
      UPDATE invoice SET edited = true WHERE status = 'draft' AND version > 1;
      GRANT DELETE ON invoice TO keel_app;
      CREATE FUNCTION refuse_delete_of_issued_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'draft' THEN
          RAISE EXCEPTION 'an issued invoice stays' USING ERRCODE = '23514', CONSTRAINT = 'issued_invoice_unchanged';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER issued_invoice_stays BEFORE DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_issued_invoice();

      -- What a visit shows was set by the last event until now: count it once over all that there is.
      INSERT INTO appointment_card (clinic_id, id, invoice_id, invoice_status)
        SELECT clinic_id, appointment_id, id, CASE WHEN status = 'issued' AND paid > 0 THEN 'part_paid' ELSE status END
        FROM invoice WHERE appointment_id IS NOT NULL AND status IN ('issued', 'paid')
        ON CONFLICT (clinic_id, id) DO UPDATE SET invoice_id = excluded.invoice_id, invoice_status = excluded.invoice_status;
      UPDATE appointment_card c SET invoice_id = NULL, invoice_status = NULL
        WHERE invoice_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM invoice i WHERE i.clinic_id = c.clinic_id AND i.id = c.invoice_id AND i.status IN ('issued', 'paid'));
      ALTER TABLE appointment_card DROP COLUMN invoice_status_at;`);
  }

  async down(): Promise<void> {
    throw new Error('Drop the column edited and the trigger issued_invoice_stays, and put back invoice_status_at instead');
  }
}
