import { Alert } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Answer } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../format.js';
import { chartQuery } from '../../data/chart.js';
import { glanceWords } from './glance-words.js';

/** Where the chart is open by one's own word or booking: until when, and that somebody looks at it. Then it closes. */
export function OpenUntil({ chart: { patientId, access } }: { chart: Pick<Answer<'ChartDto'>, 'patientId' | 'access'> }) {
  const t = useWords(glanceWords);
  const format = useFormat();
  const limited = access.by === 'override' || access.by === 'own_booking' ? access.by : undefined;
  useCloseAt(patientId, access.by === 'override' ? access.until : null);
  if (!limited || !access.until) return null;
  return (
    <Alert role="note" color="yellow" p="xs">
      {t(`openBy.${limited}`, { when: limited === 'override' ? format.time(access.until) : format.date(access.until) })}
    </Alert>
  );
}

/** What is over is asked for again, and then closed. */
function useCloseAt(patientId: string, until: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!until) return undefined;
    const { queryKey } = chartQuery(patientId);
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey }), Math.max(0, Date.parse(until) - Date.now()) + 1000);
    return () => clearTimeout(timer);
  }, [queries, patientId, until]);
}
