import { SettingsError } from '../settings-error.ts';

export const EXTERNAL =
  'DATABASE_URL leads to a PostgreSQL of your own, whose files this command does not reach: back it up by its own means, pgBackRest or what its provider offers. docs/operations.md says what belongs to it.';

/** Runs a command; what a person can mend is told in words, and the rest with its stack. */
export async function tell(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const known = error instanceof SettingsError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`);
    process.exitCode = 1;
  }
}
