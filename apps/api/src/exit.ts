import { ConfigError } from './platform/config/env-reader.js';

/** Ends a process that could not start: a fault of the environment is told in words, anything else with its stack. */
export function exitWith(error: unknown): never {
  const text = error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
