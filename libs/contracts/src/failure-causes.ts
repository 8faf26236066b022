/**
 * Why a listener could not do its work on an event, in one word of the code: the screens say it in a sentence, and an error's own
 * message is never kept, since it may quote a record.
 */
export const FAILURE_CAUSES = [
  /** The database was not there, or broke off. */
  'database_unreachable',
  /** Others held the same rows for too long, again and again. */
  'contention',
  /** A rule of the database refused what the listener wrote. */
  'constraint',
  /** What the event is about is not there. */
  'not_found',
  /** A rule of the house refused it. */
  'rule',
  /** Sealed data did not open: the key is another one, or the bytes are damaged. */
  'sealed',
  /** This version of Keel has no such listener. */
  'no_listener',
  /** The process that worked on it ended each time. */
  'worker_lost',
  /** A fault of the program. */
  'program',
] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];
