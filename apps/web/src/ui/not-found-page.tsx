import { Anchor, Stack, Text } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { uiWords } from './ui-words.js';
import { paths } from '../paths.js';
import { PageTitle } from './title.js';

export function NotFoundPage() {
  const t = useWords(uiWords);
  return (
    <Stack>
      <PageTitle text={t('problem.notFoundTitle')} />
      <Text>{t('problem.notFound')}</Text>
      <Anchor href={paths.start()}>{t('problem.toStart')}</Anchor>
    </Stack>
  );
}

/** The same in the place of a page of one record. */
export function MissingRecord() {
  return (
    <Stack p="md">
      <NotFoundPage />
    </Stack>
  );
}
