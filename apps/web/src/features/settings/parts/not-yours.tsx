import { Stack, Text } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { PageTitle } from '../../../ui/title.js';
import type { SectionKey } from '../sections.js';
import { settingsWords } from '../settings-words.js';

export function NotYours({ section }: { section: SectionKey }) {
  const t = useWords(settingsWords);
  return (
    <Stack>
      <PageTitle text={t(`section.${section}`)} />
      <Text>{t('notYours')}</Text>
    </Stack>
  );
}
