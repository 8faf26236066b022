import { Button, Group, Text } from '@mantine/core';
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { patientQuery } from '../../data/patients.js';
import { useCan } from '../../session/use-session.js';
import { MoneyPart } from '../../ui/appointments/money-part.js';
import { NotePart } from '../../ui/appointments/note-part.js';
import { nextStep } from '../../data/appointment-steps.js';
import { useWritesNote } from '../../ui/appointments/use-writes-note.js';
import { AppointmentSteps } from '../../ui/appointments/appointment-steps.js';
import type { Appointment } from '../../data/appointments.js';
import { About, Alerts } from '../../ui/appointments/who.js';
import { ChartDrawer } from './chart-drawer.js';
import { todayWords } from './today-words.js';
import classes from './today.module.css';

/** The appointment that is looked at: what to do next, its note and its money, and the chart below. */
export function AppointmentBoard({ appointment }: { appointment: Appointment }) {
  const t = useWords(todayWords);
  const format = useFormat();
  const can = useCan();
  const { data: patient } = useQuery(patientQuery(appointment.patientId));
  const writes = useWritesNote(appointment);
  // What the panel has open is not asked twice.
  const inPanel = useSearch({ from: '/staff' }).appointment === appointment.id;
  const step = nextStep(appointment, can, writes);
  return (
    <>
      <div className={classes['head']}>
        <div>
          <h2>
            <Link to={paths.patient(appointment.patientId)}>{format.name(appointment.patient)}</Link>
          </h2>
          <Text c="dimmed">
            {whenOf(format, appointment).span} · <bdi>{format.called(appointment.service)}</bdi>
          </Text>
          {patient && <About patient={patient} />}
        </div>
        <StatusBadge status={appointment.status} />
      </div>
      <Group gap="xs">
        {!inPanel && <AppointmentSteps appointment={appointment} step={step} />}
        <Button
          renderRoot={(root: object) => <Link {...root} to="." search={(now) => ({ ...now, appointment: appointment.id })} />}
          variant="default"
          leftSection={<IconLayoutSidebarRight size={16} stroke={1.7} aria-hidden />}
        >
          {t('details')}
        </Button>
      </Group>
      {!inPanel && (
        <div className={classes['parts']}>
          <NotePart appointment={appointment} writes={writes} primary={step === 'note'} />
          <MoneyPart appointment={appointment} step={step} />
        </div>
      )}
      <ChartDrawer patientId={appointment.patientId} alerts={patient && <Alerts patient={patient} />} />
    </>
  );
}
