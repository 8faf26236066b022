import { SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../i18n/words.js';
import { Alerts } from '../patient-table.js';
import { chartQuery, ENTRY_KINDS } from '../../../data/chart.js';
import { OpenUntil } from '../../../ui/charts/open-until.js';
import { ChartProblem, closedChartOf } from '../../../ui/charts/chart-problem.js';
import { chartWords } from './chart-words.js';
import { EntryList } from './entry-list.js';
import { NoteList } from './note-list.js';

/** The clinical record: what to beware of, what ails the patient, what they take, and the notes. */
export function ChartTab({ patientId }: { patientId: string }) {
  const chart = useQuery(chartQuery(patientId));
  if (chart.isPending) return <Loading />;
  if (!chart.data || closedChartOf(chart.error)) return <ChartProblem error={chart.error} onRetry={() => void chart.refetch()} />;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Stack gap="lg">
        <OpenUntil chart={chart.data} />
        <AlertList alerts={chart.data.alerts} />
        {ENTRY_KINDS.map((kind) => (
          <EntryList key={kind} kind={kind} entries={chart.data[kind]} patientId={patientId} />
        ))}
      </Stack>
      <NoteList patientId={patientId} />
    </SimpleGrid>
  );
}

function AlertList({ alerts }: { alerts: string[] }) {
  const t = useWords(chartWords);
  return (
    <Stack component="section" gap={6} aria-label={t('alerts')}>
      <Title order={2} size="h5">
        {t('alerts')}
      </Title>
      {alerts.length > 0 ? <Alerts alerts={alerts} /> : <Text c="dimmed">{t('noAlerts')}</Text>}
      <Text size="xs" c="dimmed">
        {t('alertsLead')}
      </Text>
    </Stack>
  );
}

function Loading() {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" aria-hidden>
      {[0, 1].map((column) => (
        <Stack key={column} gap="xs">
          {Array.from({ length: 6 }, (_, row) => (
            <Skeleton key={row} h={36} />
          ))}
        </Stack>
      ))}
    </SimpleGrid>
  );
}
