import { Problem } from '../problems/problem.js';
import { SealBrokenError } from './envelope.js';

/** The key of a patient was destroyed: what it sealed opens to nobody any more, and nothing more is sealed for them. */
export class RecordsDestroyedProblem extends Problem {
  constructor() {
    super({
      status: 410,
      code: 'RECORDS_DESTROYED',
      title: 'The records of this patient were destroyed',
      detail: 'The key that opened them is gone, so nobody can read them any more, and nothing can be added to them.',
    });
  }
}

/** Sealed bytes that open to nobody: they are damaged, or their patient's key was destroyed. */
export const isUnopenable = (error: unknown): boolean => error instanceof SealBrokenError || error instanceof RecordsDestroyedProblem;
