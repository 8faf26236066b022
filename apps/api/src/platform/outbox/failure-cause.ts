import type { FailureCause } from '@keel/contracts';
import { isUnopenable } from '../crypto/records-destroyed.js';
import { sqlState } from '../database/db.js';
import { lostConnection } from '../database/lost-connection.js';
import { NotFoundProblem, Problem } from '../problems/problem.js';

/** The process that worked on a delivery ended again and again: set aside, so that it does not take the workers with it. */
export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError';
}

export class NoListenerError extends Error {
  override readonly name = 'NoListenerError';
}

/** 40: serialization and deadlock; 55P03: a lock that was not had in time; 57014: a statement that took too long. */
const CONTENTION = /^(40\w{3}|55P03|57014)$/;

/** Why a listener failed, in one word. */
export function causeOf(error: unknown): FailureCause {
  if (error instanceof WorkerLostError) return 'worker_lost';
  if (error instanceof NoListenerError) return 'no_listener';
  if (isUnopenable(error)) return 'sealed';
  if (error instanceof NotFoundProblem) return 'not_found';
  if (error instanceof Problem) return 'rule';
  const inner = error instanceof Error && 'driverError' in error ? error.driverError : error;
  const state = sqlState(error) ?? '';
  // A lock or a statement that took too long is an answer of the database: it was there.
  if (CONTENTION.test(state)) return 'contention';
  if (lostConnection(error) ?? lostConnection(inner)) return 'database_unreachable';
  return state.startsWith('23') ? 'constraint' : 'program';
}

/** The error's name and code; its message may quote a record. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = sqlState(error) ?? ('code' in error && typeof error.code === 'string' ? error.code : '');
  return code ? `${error.name} ${code}` : error.name;
}
