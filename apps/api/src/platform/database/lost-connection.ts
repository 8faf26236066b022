/**
 * `refused` never reached the database, and `stopped` was undone by it, so that nothing was saved; `broken` may have been
 * saved, up to the commit.
 */
export type LostConnection = 'refused' | 'stopped' | 'broken';

// 57P03: it starts or stops. 53…: it has no room for one connection more.
const REFUSED = /^(57P03|53\d{3}|08001|08004|ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN)$/;
// A statement, a lock, an idle transaction or a whole one took too long.
const STOPPED = /^(57014|55P03|25P03|25P04)$/;
const BROKEN = /^(08\w{3}|57P\d\d|ECONNRESET|EPIPE)$/;
/** They end a call that connects and one that was connected. */
const EITHER = /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
/** Errors of pg and of TypeORM that carry no code. */
const REFUSED_MESSAGES = [
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Connection terminated due to connection timeout',
  'Cannot use a pool after calling end',
];
const BROKEN_NAMES = ['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'];
const BROKEN_MESSAGES = ['Connection terminated', 'Client has encountered a connection error', 'Client was closed', 'Query read timeout'];

/** Whether an error means that the database is not there, hangs, or has too much to do, as in the seconds after it was killed. */
export function lostConnection(error: unknown): LostConnection | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = textOf(error, 'code');
  const begins = (messages: readonly string[]) => messages.some((message) => error.message.startsWith(message));
  if (REFUSED.test(code) || begins(REFUSED_MESSAGES)) return 'refused';
  if (STOPPED.test(code)) return 'stopped';
  if (EITHER.test(code)) return textOf(error, 'syscall') === 'read' ? 'broken' : 'refused';
  return BROKEN.test(code) || BROKEN_NAMES.includes(error.name) || begins(BROKEN_MESSAGES) ? 'broken' : undefined;
}

function textOf(error: Error, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}
