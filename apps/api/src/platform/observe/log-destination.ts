import pino from 'pino';

/** Held back while the log cannot be written; what comes beyond it is dropped. */
const HELD_BACK_BYTES = 1024 * 1024;
const STANDARD_OUTPUT = 1;

/**
 * Where log lines go. A full disk or a broken pipe is no reason to end what serves a clinic: lines wait in memory until there is
 * room again, up to a limit.
 *
 * @param fd an open file descriptor, or the path of a file
 */
export function logDestination(fd: number | string = STANDARD_OUTPUT): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: fd, sync: true, maxLength: HELD_BACK_BYTES });
  destination.on('error', () => undefined);
  return destination;
}
