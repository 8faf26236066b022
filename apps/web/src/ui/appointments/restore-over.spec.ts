import { ApiProblem, UnreachableError } from '../../data/client/problem.js';
import { reasonOf } from './restore-over.js';

it.each([
  [new ApiProblem(409, 'SLOT_TAKEN', undefined, undefined), 'SLOT_TAKEN'],
  [new ApiProblem(409, 'PRACTITIONER_AWAY', undefined, undefined), 'PRACTITIONER_AWAY'],
  // Of these nothing is asked: saying yes would change nothing.
  [new ApiProblem(409, 'PRACTITIONER_INACTIVE', undefined, undefined), undefined],
  [new UnreachableError(), undefined],
])('what a refused restoration may be meant over: %s', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
