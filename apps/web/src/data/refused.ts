import type { Slot } from '@keel/contracts';
import { ApiProblem } from './client/problem.js';

const REFUSED = new Set(['SLOT_TAKEN', 'PRACTITIONER_AWAY']);

/** The free times that a refusal offers instead, or undefined where it was refused for another reason. */
export function alternativesOf(error: unknown): Slot[] | undefined {
  if (!(error instanceof ApiProblem) || !REFUSED.has(error.code)) return undefined;
  const { alternatives } = error.body;
  return Array.isArray(alternatives) ? (alternatives as Slot[]) : [];
}
