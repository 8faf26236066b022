import { QueryFailedError } from 'typeorm';
import { SealBrokenError } from '../crypto/envelope.js';
import { NotFoundProblem, Problem } from '../problems/problem.js';
import { causeOf, errorName, NoListenerError, WorkerLostError } from './failure-cause.js';

const driver = (code: string, message = 'x') => new QueryFailedError('SELECT', [], Object.assign(new Error(message), { code }));

describe('why a listener failed', () => {
  it.each([
    [new WorkerLostError(), 'worker_lost'],
    [new NoListenerError(), 'no_listener'],
    [new SealBrokenError(), 'sealed'],
    [new NotFoundProblem('appointment'), 'not_found'],
    [new Problem({ status: 409, code: 'X', title: 'x', detail: 'x' }), 'rule'],
    [driver('57P01'), 'database_unreachable'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'database_unreachable'],
    [driver('40P01'), 'contention'],
    [driver('55P03'), 'contention'],
    [driver('23505'), 'constraint'],
    [new TypeError('x is not a function'), 'program'],
    ['a text', 'program'],
  ])('is told in one word (%p)', (error, cause) => expect(causeOf(error)).toBe(cause));

  it('keeps name and code, never the message', () => {
    expect(errorName(driver('23505', 'Key (email)=(ann@example.com) exists'))).toBe('QueryFailedError 23505');
    expect(errorName(new TypeError('Ann'))).toBe('TypeError');
  });
});
