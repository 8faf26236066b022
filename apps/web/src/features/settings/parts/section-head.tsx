import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/words.js';
import { PageTitle } from '../../../ui/title.js';
import { useCan } from '../../../session/use-session.js';
import { canChange, type SectionKey } from '../sections.js';
import { settingsWords } from '../settings-words.js';

interface Props {
  section: SectionKey;
  /** What this is for, in a sentence. */
  lead: string;
  /** The one thing that is done here most; for whoever may. */
  action?: ReactNode;
}

/** A section's heading; who may only look is told so. */
export function SectionHead({ section, lead, action }: Props) {
  const t = useWords(settingsWords);
  const may = useMayChange(section);
  return (
    <Stack gap={4}>
      <Group justify="space-between" align="center">
        <PageTitle text={t(`section.${section}`)} />
        {may && action}
      </Group>
      <Text c="dimmed" maw={680}>
        {lead}
      </Text>
      {!may && (
        <Text fw={600} role="note">
          {t('readOnly')}
        </Text>
      )}
    </Stack>
  );
}

export function useMayChange(section: SectionKey): boolean {
  return canChange(useCan(), section);
}
