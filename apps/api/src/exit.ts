import { ConfigError } from './platform/config/env-reader.js';

/** Ends a process that could not start: a fault of the environment is told in words, anything else with its stack. */
export function exitWith(error: unknown): never {
  const text = error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Where a launcher started this process and dies, however it dies, this process stops as if asked to. */
export function stopWithLauncher(): void {
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
