import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appointment has one name, in why a message was not sent too. */
export class NameAppointmentsInReasons2026113012200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE message SET reason = 'appointment' || substr(reason, 6) WHERE reason LIKE 'visit\\_%'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE message SET reason = 'visit' || substr(reason, 12) WHERE reason LIKE 'appointment\\_%'");
  }
}
