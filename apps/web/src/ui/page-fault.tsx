import { Anchor, Stack } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ApiProblem, UnreachableError } from '../data/client/problem.js';
import { useWords } from '../i18n/words.js';
import { paths } from '../paths.js';
import { isLostPart } from './lost-part.js';
import { ProblemNotice } from './problem-notice.js';
import { PageTitle } from './title.js';
import { uiWords } from './ui-words.js';

/** A page that could not be shown: what is wrong, and a way on. The rest of the screen stays. */
export function PageFault({
  error,
  reset,
  says = 'problem.pageFault',
}: ErrorComponentProps & { says?: 'problem.pageFault' | 'problem.stillSignedIn' }) {
  const t = useWords(uiWords);
  const router = useRouter();
  // What the clinic did not say is a fault of this page, or of one whose files a newer Keel has replaced: it is fetched anew.
  const told = error instanceof ApiProblem || error instanceof UnreachableError;
  const again = () => {
    if (told) void router.invalidate().finally(reset);
    // Without a network the page as it stands is more than what a reload would find.
    else if (isLostPart(error))
      void fetch('/', { cache: 'no-store' }).then(
        () => location.reload(),
        () => undefined,
      );
    else location.reload();
  };
  return (
    <Stack p="lg" maw={560}>
      <PageTitle text={t(says)} />
      <ProblemNotice error={error} onRetry={again} />
      <Anchor href={paths.start()}>{t('problem.toStart')}</Anchor>
    </Stack>
  );
}
