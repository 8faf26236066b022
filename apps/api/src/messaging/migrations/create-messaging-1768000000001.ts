import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from '../../platform/index.js';

export class CreateMessaging1768000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTINGS);
    await runner.query(MESSAGES);
    await runner.query(SUPPRESSIONS);
    await runner.query(DOORS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION due_messages(integer), sms_conversations(bytea)');
    await runner.query('DROP TABLE message_attempt, message, suppression, message_template, reminder_rule');
  }
}

const SETTINGS = `
  -- A clinic's own rules, and its edits of the default ones under their ids; a removed default leaves a row that says so.
  CREATE TABLE reminder_rule (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'sms')),
    minutes_before integer NOT NULL CHECK (minutes_before BETWEEN 5 AND 129600),
    active boolean NOT NULL DEFAULT true,
    removed boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('reminder_rule')}

  -- Only what a clinic has edited; the defaults are constants of the code.
  CREATE TABLE message_template (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    subject text,
    body text NOT NULL,
    version integer NOT NULL DEFAULT 2,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id)
  );
  ${tenantTable('message_template')}`;

const MESSAGES = `
  CREATE TABLE message (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'sms')),
    status text NOT NULL CHECK (status IN
      ('scheduled', 'queued', 'sent', 'delivered', 'failed', 'suppressed', 'opted_out', 'skipped', 'unknown')),
    -- Why it ended as it did, in one word of the code: never a provider's text, which may quote a number or a name.
    reason text,
    patient_id uuid,
    appointment_id uuid,
    rule_id uuid,
    time_version integer,
    -- What a message that is not about a visit is about: the invitation, the password reset.
    subject_id uuid,
    starts_at timestamptz,
    due_at timestamptz NOT NULL,
    -- When this row next needs a worker; null once there is nothing left to do.
    next_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    queued_at timestamptz,
    sent_at timestamptz,
    delivered_at timestamptz,
    provider_id text,
    -- Recipient, subject and text as they were handed over, sealed.
    content bytea,
    -- Keyed hash of the recipient's number, so that an answer from a phone finds its conversation.
    recipient_hash bytea,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment (clinic_id, id),
    -- The rule that a visit's time is reminded of once, whatever crashes.
    CONSTRAINT message_once UNIQUE (clinic_id, appointment_id, rule_id, time_version)
  );
  ${tenantTable('message', { grants: 'SELECT, INSERT, UPDATE' })}
  CREATE INDEX message_due ON message (next_at) WHERE next_at IS NOT NULL;
  CREATE INDEX message_patient ON message (clinic_id, patient_id, id);
  CREATE INDEX message_status ON message (clinic_id, status, id);
  CREATE INDEX message_recipient ON message (recipient_hash, queued_at) WHERE recipient_hash IS NOT NULL;

  -- Written before a message is handed to a provider: what is open here may or may not have left.
  CREATE TABLE message_attempt (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    message_id uuid NOT NULL,
    number integer NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    outcome text CHECK (outcome IN ('accepted', 'refused', 'retry', 'ambiguous')),
    code text,
    PRIMARY KEY (clinic_id, id),
    UNIQUE (clinic_id, message_id, number),
    FOREIGN KEY (clinic_id, message_id) REFERENCES message (clinic_id, id)
  );
  ${tenantTable('message_attempt', { grants: 'SELECT, INSERT, UPDATE' })}`;

const SUPPRESSIONS = `
  -- Who asked not to be written to, by number or address: STOP holds for a phone, whoever's record it stands in.
  CREATE TABLE suppression (
    clinic_id uuid NOT NULL,
    id uuid NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'sms')),
    address text NOT NULL,
    reason text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (clinic_id, id),
    CONSTRAINT suppression_once UNIQUE (clinic_id, channel, address)
  );
  ${tenantTable('suppression', { grants: 'SELECT, INSERT, DELETE' })}`;

const DOORS = `
  CREATE FUNCTION due_messages(at_most integer) RETURNS TABLE ("clinicId" uuid, id uuid, "nextAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT clinic_id, id, next_at FROM message WHERE next_at <= clock_timestamp() ORDER BY next_at LIMIT at_most $$;
  ${definerFunction('due_messages(integer)')}

  -- The clinics that have written to a number from this installation's one, the latest message first.
  CREATE FUNCTION sms_conversations(hash bytea)
    RETURNS TABLE ("clinicId" uuid, "messageId" uuid, "appointmentId" uuid, "queuedAt" timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM (
      SELECT DISTINCT ON (clinic_id) clinic_id, id, appointment_id, queued_at FROM message
      WHERE recipient_hash = hash AND queued_at > now() - interval '1 year' ORDER BY clinic_id, queued_at DESC
    ) latest ORDER BY queued_at DESC LIMIT 20 $$;
  ${definerFunction('sms_conversations(bytea)')}`;
