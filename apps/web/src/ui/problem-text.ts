import { ApiProblem, UnreachableError } from '../api/call.js';
import { type Translate, wordsOf } from '../i18n/words.js';
import { problemWords } from './problem-words.js';

/** What went wrong and what to do, in the reader's language. */
export function problemText(error: unknown, t: Translate<typeof problemWords.en> = wordsOf(problemWords)): string {
  if (error instanceof UnreachableError) return t('UNREACHABLE');
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
