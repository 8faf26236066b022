import { type ArgumentsHost, Logger, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { TooManyWaitingError } from '../turns/turns.js';
import { ProblemFilter, problemDocument, toProblem } from './problem.filter.js';

const coded = (code: string) => Object.assign(new Error('of pg'), { code });
const named = (name: string) => Object.assign(new Error('of TypeORM'), { name });

describe('a database that is not there', () => {
  it.each([
    coded('57P03'),
    coded('53300'),
    coded('ECONNREFUSED'),
    new Error('timeout exceeded when trying to connect'),
    new Error('timeout expired'),
    new Error('Connection terminated due to connection timeout'),
    new Error('Cannot use a pool after calling end on the pool'),
    Object.assign(coded('ETIMEDOUT'), { syscall: 'connect' }),
    coded('57014'),
    coded('55P03'),
    coded('25P03'),
    new QueryFailedError('SELECT', [], coded('55P03')),
  ])('and was never reached, or stopped what it was asked, has saved nothing: %p', (error) => {
    expect(toProblem(error)).toMatchObject({
      status: 503,
      code: 'UNAVAILABLE',
      headers: { 'retry-after': '5' },
      detail: expect.stringContaining('Nothing was saved') as string,
    });
  });

  it.each([
    new Error('Connection terminated unexpectedly'),
    new Error('Client has encountered a connection error and is not queryable'),
    named('QueryRunnerAlreadyReleasedError'),
    named('QueryRunnerProviderAlreadyReleasedError'),
    coded('57P01'),
    coded('08006'),
    coded('ECONNRESET'),
    new QueryFailedError('COMMIT', [], coded('ECONNRESET')),
    Object.assign(coded('ETIMEDOUT'), { syscall: 'read' }),
    new Error('Query read timeout'),
  ])('and went away in the middle may have saved it, which is said: %p', (error) => {
    expect(toProblem(error)).toMatchObject({
      status: 503,
      code: 'UNAVAILABLE',
      headers: { 'retry-after': '5' },
      detail: expect.stringContaining('not known whether') as string,
    });
  });

  it('is not what a fault of ours looks like', () => {
    expect(toProblem(new Error('x is not a function')).status).toBe(500);
  });
});

describe('a fault of ours', () => {
  it.each([new Error('the key is 123'), new QueryFailedError('SELECT 123', ['123'], coded('42703')), '123'])(
    'quotes nothing: %p',
    (error) => {
      const problem = toProblem(error);
      expect(problem.status).toBe(500);
      expect(JSON.stringify(problemDocument(problem, 'r'))).not.toContain('123');
    },
  );
});

it('an answer has the status and the code of its problem, whatever else it tells', () => {
  const problem = { status: 409, code: 'A', title: 'T', detail: 'D', extra: { status: 'completed', code: 'B', actions: ['undo'] } };
  expect(problemDocument(problem, 'r')).toMatchObject({ status: 409, code: 'A', actions: ['undo'] });
});

describe('in the log', () => {
  const lines: { level: string; said: string }[] = [];
  const hears =
    (level: string) =>
    (...said: unknown[]): void =>
      void lines.push({ level, said: JSON.stringify(said) });
  beforeEach(() => {
    lines.length = 0;
    Logger.overrideLogger({ log: hears('log'), warn: hears('warn'), error: hears('error') });
  });
  afterAll(() => Logger.overrideLogger(['error', 'warn']));

  function answer(thrown: unknown): void {
    const http = { getRequest: () => ({ id: 'r-1' }), getResponse: () => ({ sent: true }) };
    new ProblemFilter().catch(thrown, { switchToHttp: () => http } as unknown as ArgumentsHost);
  }

  it.each([
    ['a full print queue', new TooManyWaitingError()],
    ['a server that stops', new ServiceUnavailableException()],
    ['a pool with nothing free', new Error('timeout exceeded when trying to connect')],
    ['a database that is away', coded('ECONNREFUSED')],
  ])('%s is a warning without a stack', (_, error) => {
    answer(error);
    expect(lines).toEqual([{ level: 'warn', said: expect.stringContaining('r-1') as string }]);
    expect(lines[0]?.said).not.toContain('stack');
  });

  it('a fault of ours is an error with its stack', () => {
    answer(new TypeError('x is not a function'));
    expect(lines).toEqual([{ level: 'error', said: expect.stringMatching(/TypeError.+stack.+problem\.filter\.spec/) as string }]);
  });

  it('what was refused for a reason is no line at all', () => {
    answer(new NotFoundException());
    expect(lines).toEqual([]);
  });
});
