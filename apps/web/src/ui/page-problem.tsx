import { Stack } from '@mantine/core';
import { isMissing } from '../data/client/problem.js';
import { MissingRecord } from './not-found-page.js';
import { ProblemNotice } from './problem-notice.js';

/** Why the record that the address names cannot be shown; where there is none, a way on from there. */
export function PageProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isMissing(error)) return <MissingRecord />;
  return (
    <Stack p="md">
      <ProblemNotice error={error} onRetry={onRetry} />
    </Stack>
  );
}
