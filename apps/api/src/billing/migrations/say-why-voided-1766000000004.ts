import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an invoice was voided, in a person's words: the one thing more that may be written on it then. */
export class SayWhyVoided1766000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invoice ADD COLUMN void_reason text
        CHECK (char_length(void_reason) BETWEEN 1 AND 500) CHECK (void_reason IS NULL OR status = 'void');
      CREATE OR REPLACE FUNCTION refuse_change_of_issued_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        free constant text[] := '{status,paid,voided_at,void_reason,version}';
      BEGIN
        IF OLD.status <> 'draft' AND (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
          RAISE EXCEPTION 'an issued invoice never changes' USING ERRCODE = '23514', CONSTRAINT = 'issued_invoice_unchanged';
        END IF;
        IF OLD.status = 'void' THEN
          RAISE EXCEPTION 'a voided invoice stays void' USING ERRCODE = '23514', CONSTRAINT = 'issued_invoice_unchanged';
        END IF;
        RETURN NEW;
      END $$;`);
  }

  async down(): Promise<void> {
    throw new Error('Drop the column void_reason and put back the function of the first migration instead');
  }
}
