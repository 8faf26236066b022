import { Button, Group, Text } from '@mantine/core';
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { patientQuery } from '../patients/patient.queries.js';
import { useCan } from '../session/use-session.js';
import { MoneyPart } from '../visit/money-part.js';
import { NotePart } from '../visit/note-part.js';
import { nextStep } from '../visit/steps.js';
import { useWritesNote } from '../visit/use-writes-note.js';
import { VisitSteps } from '../visit/visit-steps.js';
import type { Visit } from '../visit/visit.queries.js';
import { About, Alerts } from '../visit/who.js';
import { ChartBeside } from './chart-beside.js';
import { todayWords } from './today-words.js';
import classes from './today.module.css';

/** The visit that is looked at: what to do next, its note and its money, and the chart below. */
export function VisitBoard({ visit }: { visit: Visit }) {
  const t = useWords(todayWords);
  const format = useFormat();
  const can = useCan();
  const { data: patient } = useQuery(patientQuery(visit.patientId));
  const writes = useWritesNote(visit);
  // What the panel has open is not asked twice.
  const inPanel = useSearch({ from: '/staff' }).visit === visit.id;
  const step = nextStep(visit, can, writes);
  return (
    <>
      <div className={classes['head']}>
        <div>
          <h2>
            <Link to={paths.patient(visit.patientId)}>{format.name(visit.patient)}</Link>
          </h2>
          <Text c="dimmed">
            {whenOf(format, visit).span} · <bdi>{visit.service.name}</bdi>
          </Text>
          {patient && <About patient={patient} />}
        </div>
        <StatusBadge status={visit.status} />
      </div>
      <Group gap="xs">
        {!inPanel && <VisitSteps visit={visit} step={step} />}
        <Button
          renderRoot={(root: object) => <Link {...root} to="." search={(now) => ({ ...now, visit: visit.id })} />}
          variant="default"
          leftSection={<IconLayoutSidebarRight size={16} stroke={1.7} aria-hidden />}
        >
          {t('details')}
        </Button>
      </Group>
      {!inPanel && (
        <div className={classes['parts']}>
          <NotePart visit={visit} writes={writes} primary={step === 'note'} />
          <MoneyPart visit={visit} step={step} />
        </div>
      )}
      <ChartBeside patientId={visit.patientId} alerts={patient && <Alerts patient={patient} />} />
    </>
  );
}
