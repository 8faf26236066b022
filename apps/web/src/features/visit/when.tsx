import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { ToneBadge } from '../../ui/tone-badge.js';
import { locationsQuery } from '../clinic/clinic.queries.js';
import type { Visit } from './visit.queries.js';
import classes from './visit-panel.module.css';
import { visitPanelWords } from './visit-panel-words.js';

/** When, what, with whom and where; how the visit stands. */
export function When({ visit }: { visit: Visit }) {
  const t = useWords(visitPanelWords);
  const when = whenOf(useFormat(), visit);
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Text fw={600}>{when.day}</Text>
          <Text fw={600}>{when.span}</Text>
        </div>
        <StatusBadge status={visit.status} />
      </Group>
      <Text>{visit.service.name}</Text>
      <Group gap={6} wrap="nowrap">
        <span className={classes['dot']} style={{ background: visit.practitioner.colour }} aria-hidden />
        <Text>{visit.practitioner.displayName}</Text>
      </Group>
      <Place locationId={visit.locationId} />
      {(visit.newPatient || visit.owing || visit.overbook) && (
        <Group gap={6} mt={2}>
          {visit.newPatient && <ToneBadge tone="green">{t('newPatient')}</ToneBadge>}
          {visit.owing && <ToneBadge tone="red">{t('owing')}</ToneBadge>}
          {visit.overbook && <ToneBadge tone="amber">{t('overbook')}</ToneBadge>}
        </Group>
      )}
      {visit.cancelledBy && <Text c="dimmed">{t(`cancelledBy.${visit.cancelledBy}`)}</Text>}
      {visit.cancelReason && <Text c="dimmed">{t('reason', { reason: visit.cancelReason })}</Text>}
    </Stack>
  );
}

/** Said where there is a choice of places. */
function Place({ locationId }: { locationId: string }) {
  const { data: locations = [] } = useQuery(locationsQuery);
  const place = locations.find(({ id }) => id === locationId);
  return place && locations.length > 1 ? <Text c="dimmed">{place.name}</Text> : null;
}
