import { ApiProblem, UnreachableError } from '../api/call.js';
import { wordsOf } from '../i18n/words.js';
import { problemWords } from './problem-words.js';
import { uiWords } from './ui-words.js';

/** What went wrong and what to do, in the reader's language. */
export function problemText(error: unknown): string {
  if (error instanceof UnreachableError) return wordsOf(uiWords)('problem.unreachable');
  const t = wordsOf(problemWords);
  if (!(error instanceof ApiProblem)) return t('UNKNOWN', { requestId: '–' });
  const code = error.code in problemWords.en ? (error.code as keyof typeof problemWords.en) : 'UNKNOWN';
  return t(code, {
    requestId: error.requestId ?? '–',
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
