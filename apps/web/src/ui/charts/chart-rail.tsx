import { Badge, List, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.js';
import { ChartProblem, closedChartOf } from './chart-problem.js';
import { chartGlance } from './chart-glance.js';
import { chartQuery } from '../../data/chart.js';
import classes from './chart-rail.module.css';
import { glanceWords } from './glance-words.js';
import { OpenUntil } from './open-until.js';

/** What must be known of the patient while a note is written: alerts, allergies, problems, medications. */
export function ChartRail({ patientId }: { patientId: string }) {
  const t = useWords(glanceWords);
  const chart = useQuery(chartQuery(patientId));
  if (chart.isPending) return <Skeleton h={180} radius="md" />;
  if (!chart.data || closedChartOf(chart.error)) return <ChartProblem error={chart.error} onRetry={() => void chart.refetch()} />;
  const { alerts, allergies, problems, medications } = chartGlance(chart.data);
  return (
    <section className={classes['card']} aria-label={t('title')}>
      <OpenUntil chart={chart.data} />
      <div className={classes['glance']}>
        {alerts.length > 0 && (
          <ul className={classes['alerts']} aria-label={t('alerts')}>
            {alerts.map((alert) => (
              <li key={alert}>{alert}</li>
            ))}
          </ul>
        )}
        <Entries title={t('allergies')} none={t('noAllergies')}>
          {allergies.map(({ id, description, criticality, reactions }) => (
            <List.Item key={id}>
              {description}
              {criticality === 'high' && (
                <Badge color="red" size="sm" ml={6} tt="none">
                  {t('severe')}
                </Badge>
              )}
              {reactions.length > 0 && <Aside>{reactions.map((one) => one.manifestation).join(', ')}</Aside>}
            </List.Item>
          ))}
        </Entries>
        <Entries title={t('problems')} none={t('noProblems')}>
          {problems.map(({ id, description, bodySite, comment }) => (
            <List.Item key={id}>
              {description}
              {(bodySite ?? comment) && <Aside>{[bodySite, comment].filter(Boolean).join(' · ')}</Aside>}
            </List.Item>
          ))}
        </Entries>
        <Entries title={t('medications')} none={t('noMedications')}>
          {medications.map(({ id, description, dosage }) => (
            <List.Item key={id}>
              {description}
              {dosage && <Aside>{dosage}</Aside>}
            </List.Item>
          ))}
        </Entries>
      </div>
    </section>
  );
}

function Entries({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <div>
      <Text size="xs" fw={600} c="dimmed">
        {title}
      </Text>
      {children.length > 0 ? (
        <List size="sm" listStyleType="none">
          {children}
        </List>
      ) : (
        <Text size="sm">{none}</Text>
      )}
    </div>
  );
}

const Aside = ({ children }: { children: ReactNode }) => (
  <Text size="xs" c="dimmed">
    {children}
  </Text>
);
