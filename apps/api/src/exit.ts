import { ConfigError } from './platform/config/env-reader.js';

/** EX_CONFIG of sysexits.h: whoever supervises this process need not try again before the environment is mended. */
const EX_CONFIG = 78;

/** Ends a process that could not start: a fault of the environment is told in words, anything else with its stack. */
export function exitWith(error: unknown): never {
  const text = error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(error instanceof ConfigError ? EX_CONFIG : 1);
}

/** Less than what the launcher waits before it kills. */
const STOP_WITHIN_MS = 22_000;

/** A stop is a request that nothing can refuse: a service that hangs while its connection is closed is left behind. */
export function stopInTime(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref());
  }
}

/** Where a launcher started this process and dies, however it dies, this process stops as if asked to. */
export function stopWithLauncher(): void {
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

/** What this process says besides its log has nowhere to go on a full disk or after its reader died: that ends nothing. */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
