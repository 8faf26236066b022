import { ApiProblem, UnreachableError } from '../data/client/problem.js';
import { faultWords } from './fault-words.js';
import { hasWord, wordsOf } from '../i18n/words.js';
import { isLostPart } from './lost-part.js';
import { problemWords } from './problem-words.js';
import { uiWords } from './ui-words.js';

/** What went wrong and what to do, in the reader's language. */
export function problemText(error: unknown): string {
  if (error instanceof UnreachableError || isLostPart(error)) return wordsOf(uiWords)('problem.unreachable');
  const t = wordsOf(problemWords);
  if (!(error instanceof ApiProblem)) return wordsOf(faultWords)('own');
  const code = hasWord(problemWords, error.code) ? error.code : 'UNKNOWN';
  const { date } = error.body;
  return t(code, {
    requestId: error.requestId ?? '–',
    date: typeof date === 'string' ? date : '–',
    minutes: Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60)),
  });
}

/** The names of the fields that the API objects to, from its JSON pointers: `/price/amount` is `price.amount`. */
export function faultyFields(error: unknown): string[] {
  const errors = error instanceof ApiProblem ? error.body['errors'] : undefined;
  if (!Array.isArray(errors)) return [];
  return (errors as { pointer?: unknown }[]).flatMap(({ pointer }) =>
    typeof pointer === 'string' ? [pointer.replace(/^\//, '').replaceAll('/', '.')] : [],
  );
}
