import { BODY_CHART_LIMITS, type ChartMarker, MARKER_KINDS, type MarkerKind } from '@keel/contracts';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useBodyNames } from './use-body-names.js';
import { useWords } from '../../../i18n/words.js';
import { bodyWords } from './body-words.js';

interface Props {
  markers: readonly ChartMarker[];
  onChange: (at: number, change: Partial<Pick<ChartMarker, 'kind' | 'label'>>) => void;
  onRemove: (at: number) => void;
}

/** The markers as text, by the numbers that the picture shows; each can be named closer or taken away. */
export function MarkerList({ markers, onChange, onRemove }: Props) {
  const t = useWords(bodyWords);
  const names = useBodyNames();
  if (markers.length === 0) return null;
  return (
    <Stack component="ol" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
      {markers.map((marker, at) => {
        const where = names.where(marker);
        const name = t('chart.markerName', { number: at + 1, where });
        return (
          <Group component="li" key={at} gap="xs" wrap="wrap">
            <Text size="sm" fw={600} w={18} ta="right">
              {at + 1}
            </Text>
            <NativeSelect
              size="xs"
              aria-label={t('chart.kindOf', { name })}
              value={marker.kind}
              onChange={(event) => onChange(at, { kind: event.currentTarget.value as MarkerKind })}
              data={MARKER_KINDS.map((value) => ({ value, label: names.marker(value) }))}
            />
            <Text size="sm" miw={150}>
              {where}
            </Text>
            <TextInput
              size="xs"
              flex="1 1 140px"
              aria-label={t('chart.labelOf', { name })}
              placeholder={t('chart.label')}
              maxLength={BODY_CHART_LIMITS.labelCharacters}
              value={marker.label ?? ''}
              onChange={(event) => onChange(at, { label: event.currentTarget.value })}
            />
            <Button size="compact-xs" variant="default" onClick={() => onRemove(at)} aria-label={t('chart.removeOf', { name })}>
              {t('chart.remove')}
            </Button>
          </Group>
        );
      })}
    </Stack>
  );
}
