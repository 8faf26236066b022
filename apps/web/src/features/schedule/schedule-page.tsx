import { addDays } from '@keel/calendar';
import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { PageTitle } from '../../ui/title.js';
import { visitsQuery } from '../visit/visit.queries.js';
import { scheduleWords } from './schedule-words.js';

/** Today's visits. */
export function SchedulePage() {
  const t = useWords(scheduleWords);
  const format = useFormat();
  const from = format.dateOf(new Date().toISOString());
  const visits = useQuery(visitsQuery({ from, to: addDays(from, 1) }));
  return (
    <Stack p="md">
      <PageTitle text={t('title')} />
      <ProblemNotice error={visits.error} onRetry={() => void visits.refetch()} />
      {visits.data?.length === 0 && <Text>{t('empty')}</Text>}
      <Table>
        <Table.Tbody>
          {visits.data?.map((visit) => (
            <Table.Tr key={visit.id}>
              <Table.Td>{format.time(visit.start)}</Table.Td>
              <Table.Td>{format.name(visit.patient)}</Table.Td>
              <Table.Td>{visit.practitioner.displayName}</Table.Td>
              <Table.Td>
                <StatusBadge status={visit.status} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
