/** `refused` never reached the database, so that nothing was done; `broken` may have, up to the commit. */
export type LostConnection = 'refused' | 'broken';

// 57P03: it starts or stops. 53…: it has no room for one connection more.
const REFUSED = /^(57P03|53\d{3}|08001|08004|ECONNREFUSED|ENOENT|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const BROKEN = /^(08\w{3}|57P\d\d|ECONNRESET|EPIPE)$/;
/** Errors of pg and of TypeORM that carry no code. */
const BROKEN_NAMES = ['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError'];
const BROKEN_MESSAGES = ['Connection terminated', 'Client has encountered a connection error'];

/** Whether an error means that the database is not there, as it is in the seconds after it was killed. */
export function lostConnection(error: unknown): LostConnection | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (REFUSED.test(code) || error.message.startsWith('timeout exceeded when trying to connect')) return 'refused';
  if (BROKEN.test(code) || BROKEN_NAMES.includes(error.name)) return 'broken';
  return BROKEN_MESSAGES.some((message) => error.message.startsWith(message)) ? 'broken' : undefined;
}
