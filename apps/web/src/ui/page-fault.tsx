import { Anchor, Stack } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useWords } from '../i18n/words.js';
import { paths } from '../paths.js';
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
  const again = () => void router.invalidate().finally(reset);
  return (
    <Stack p="lg" maw={560}>
      <PageTitle text={t(says)} />
      <ProblemNotice error={error} onRetry={again} />
      <Anchor href={paths.start()}>{t('problem.toStart')}</Anchor>
    </Stack>
  );
}
