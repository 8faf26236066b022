import { useEffect, useState } from 'react';
import { isMissing } from '../data/client/problem.js';
import { part } from '../i18n/shelf.js';
import { useWords } from '../i18n/words.js';
import { AlertIcon } from '../ui/icons.js';
import type { problemText } from '../ui/problem-text.js';
import { uiWords } from '../ui/ui-words.js';
import { Button } from './elements.js';

/** What went wrong and what to do, where it happened; nothing where nothing went wrong. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const ui = useWords(uiWords);
  const text = useProblemText(error);
  if (!error || !text) return null;
  return (
    <div className="alert" role="alert">
      <AlertIcon />
      <div>
        <p>{text}</p>
        {onRetry && !isMissing(error) && <Button onClick={onRetry}>{ui('problem.retry')}</Button>}
      </div>
    </div>
  );
}

/** The words are fetched when there is first something to say; where they cannot be, the clinic cannot be reached. */
function useProblemText(problem: unknown): string | undefined {
  const ui = useWords(uiWords);
  const [words, setWords] = useState<{ textOf?: typeof problemText }>();
  useEffect(() => {
    if (!problem) return;
    part(() => import('../ui/problem-text.js')).then(
      ({ problemText: textOf }) => setWords({ textOf }),
      () => setWords({}),
    );
  }, [problem]);
  if (!words) return undefined;
  return words.textOf ? words.textOf(problem) : ui('problem.unreachable');
}
