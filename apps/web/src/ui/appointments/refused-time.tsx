import type { Slot } from '@keel/contracts';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../format.js';
import { problemText } from '../problem-text.js';
import { practitionersQuery } from '../../data/practitioners.js';
import { refusedWords } from './refused-words.js';

interface Props {
  error: unknown;
  alternatives: readonly Slot[];
  busy: boolean;
  onChoose: (slot: Slot) => void;
  onOver: () => void;
}

/** A time that was refused: why, what is free nearby, and to book over it where that is meant. */
export function RefusedTime({ error, alternatives, busy, onChoose, onOver }: Props) {
  const t = useWords(refusedWords);
  const format = useFormat();
  const { data: practitioners } = useQuery(practitionersQuery);
  const several = new Set(alternatives.map(({ practitionerId }) => practitionerId)).size > 1;
  const who = (slot: Slot) => practitioners?.find(({ id }) => id === slot.practitionerId)?.displayName;
  return (
    <Alert role="alert" color="orange" variant="light">
      <Stack gap="xs">
        <Text>{problemText(error)}</Text>
        <Text fw={600}>{alternatives.length > 0 ? t('instead') : t('nothingInstead')}</Text>
        <Group gap={6}>
          {alternatives.map((slot) => (
            <Button
              key={`${slot.start} ${slot.practitionerId}`}
              variant="default"
              size="compact-sm"
              mih={30}
              disabled={busy}
              onClick={() => onChoose(slot)}
            >
              {[format.day(slot.start), format.time(slot.start), several && who(slot)].filter(Boolean).join(' · ')}
            </Button>
          ))}
        </Group>
        <Text size="xs" c="dimmed">
          {t('overLead')}
        </Text>
        <Group>
          <Button variant="default" size="compact-sm" mih={30} loading={busy} onClick={onOver}>
            {t('over')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
