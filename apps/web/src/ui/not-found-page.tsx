import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { PageTitle } from './title.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Stack>
      <PageTitle text={t('problem.notFoundTitle')} />
      <Text>{t('problem.notFound')}</Text>
      <Anchor href={paths.start()}>{t('problem.toStart')}</Anchor>
    </Stack>
  );
}
