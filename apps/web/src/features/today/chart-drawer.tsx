import { Anchor, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { ChartRail } from '../../ui/charts/chart-rail.js';
import { useLocalText } from '../../i18n/local-text.js';
import { chartQuery } from '../../data/chart.js';
import { ChartProblem, closedChartOf } from '../../ui/charts/chart-problem.js';
import { useCan } from '../../session/use-session.js';
import { todayWords } from './today-words.js';
import classes from './today.module.css';

interface Props {
  patientId: string;
  /** The chart has them itself; who may not open it is warned all the same. */
  alerts: ReactNode;
}

/** What one looks at before the appointment; for those who may, and with a reason for those who have none yet. */
export function ChartDrawer({ patientId, alerts }: Props) {
  const t = useWords(todayWords);
  const may = useCan()('chart:read');
  const chart = useQuery({ ...chartQuery(patientId), enabled: may });
  if (!may) {
    return (
      <>
        {alerts}
        <Text c="dimmed">{t('chart.mayNot')}</Text>
      </>
    );
  }
  if (chart.data && !closedChartOf(chart.error)) {
    return (
      <>
        <ChartRail patientId={patientId} />
        <LastNotes notes={chart.data.notes} />
      </>
    );
  }
  if (!chart.error) return <Skeleton height={220} radius="md" />;
  return (
    <>
      {alerts}
      <ChartProblem error={chart.error} onRetry={() => void chart.refetch()} />
    </>
  );
}

const SHOWN = 5;

function LastNotes({ notes }: { notes: Answer<'ChartDto'>['notes'] }) {
  const t = useWords(todayWords);
  const format = useFormat();
  const local = useLocalText();
  const signed = notes.filter(({ signedAt, status }) => signedAt && status !== 'entered_in_error').slice(0, SHOWN);
  return (
    <section className={classes['notes']} aria-label={t('chart.lastNotes')}>
      <h3>{t('chart.lastNotes')}</h3>
      {signed.length === 0 && <Text c="dimmed">{t('chart.noNotes')}</Text>}
      <ul>
        {signed.map((note) => (
          <li key={note.id}>
            <Anchor component={Link} to={paths.note(note.id)} size="sm">
              {format.date(note.notedAt)} · {local(note.title)}
            </Anchor>
            <Text size="xs" c="dimmed">
              {note.practitionerName}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
