import { ApiProblem, UnreachableError } from '../../data/client/problem.js';
import { toResult } from './send-draft.js';

const CHANGE = [
  { key: 's', answers: [{ key: 'pain', value: 99 }] },
  {
    key: 'p',
    answers: [
      { key: 'weeks', value: 'two' },
      { key: 'plan', value: 'Rest' },
    ],
  },
];
const problem = (status: number, code: string, body: object = {}) => new ApiProblem(status, code, 'r', undefined, { ...body });

describe('an answer to a save', () => {
  it('that never came, or asks to come later, is tried again', () => {
    expect(toResult(new UnreachableError(), CHANGE)).toEqual({ kind: 'unreachable' });
    for (const status of [429, 500, 503]) expect(toResult(problem(status, 'X'), CHANGE)).toEqual({ kind: 'unreachable' });
  });

  it('that the note was changed carries how it stands', () => {
    const current = { sections: [{ key: 's', answers: [{ key: 'pain', value: 3 }] }], version: 4, status: 'signed' };
    expect(toResult(problem(412, 'STALE_VERSION', { current }), CHANGE)).toEqual({
      kind: 'stale',
      answers: { 's.pain': 3 },
      version: 4,
      status: 'signed',
    });
  });

  it('that answers are wrong names them by their places in what was sent', () => {
    const errors = [{ pointer: '/sections/0/answers/0/value' }, { pointer: '/sections/1/answers/0/value' }, { pointer: '/other' }];
    expect(toResult(problem(400, 'INVALID', { errors }), CHANGE)).toEqual({ kind: 'refused', keys: ['s.pain', 'p.weeks'] });
  });

  it('that something else is amiss stops, and says what', () => {
    for (const refusal of [problem(400, 'INVALID'), problem(401, 'UNAUTHENTICATED'), problem(413, 'NOTE_TOO_LARGE')]) {
      expect(toResult(refusal, CHANGE)).toEqual({ kind: 'stopped', error: refusal });
    }
  });
});
