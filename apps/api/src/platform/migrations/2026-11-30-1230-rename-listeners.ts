import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appointment has one name, in listeners and events too: what was handled stays handled, and what waits is still delivered. */
export class RenameListeners2026113012300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [before, after] of LISTENERS) await rename(runner, before, after);
    await runner.query("UPDATE outbox SET type = 'contact_consent.recorded' WHERE type = 'consent.recorded'");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [before, after] of LISTENERS) await rename(runner, after, before);
    await runner.query("UPDATE outbox SET type = 'consent.recorded' WHERE type = 'contact_consent.recorded'");
  }
}

const LISTENERS = [
  ['scheduleRemindersWhenVisitHasItsTime', 'scheduleRemindersWhenAppointmentHasItsTime'],
  ['dropRemindersWhenVisitIsOff', 'dropRemindersWhenAppointmentIsOff'],
] as const;

async function rename(runner: QueryRunner, before: string, after: string): Promise<void> {
  for (const table of ['inbox', 'delivery_failure', 'dead_letter'])
    await runner.query(`UPDATE ${table} SET listener = $2 WHERE listener = $1`, [before, after]);
  await runner.query('UPDATE outbox SET listeners = array_replace(listeners, $1, $2) WHERE $1 = ANY (listeners)', [before, after]);
}
