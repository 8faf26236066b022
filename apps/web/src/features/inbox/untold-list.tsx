import { Box, Stack, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { isLive } from '../../data/appointment-steps.js';
import type { Appointment } from '../../data/appointments.js';
import { untoldQuery } from '../../data/appointment-lists.js';
import classes from './inbox.module.css';
import { inboxWords } from './inbox-words.js';

/** Whom the clinic moved or cancelled and nobody has told: calls to make, the soonest first. Each opens the appointment with its number. */
export function UntoldList() {
  const t = useWords(inboxWords);
  const { data, error, refetch } = useQuery(untoldQuery);
  if (error && !data) {
    return (
      <Box p="md">
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Box>
    );
  }
  if (data?.length === 0) {
    return (
      <Stack gap={4} p="xl" align="center" ta="center">
        <Text fw={600}>{t('untold.none')}</Text>
        <Text c="dimmed" maw={460}>
          {t('untold.noneLead')}
        </Text>
      </Stack>
    );
  }
  return (
    <ul className={classes['list']} aria-label={t('shown.untold')}>
      {data?.map((appointment) => (
        <UntoldRow key={appointment.id} appointment={appointment} />
      ))}
    </ul>
  );
}

function UntoldRow({ appointment }: { appointment: Appointment }) {
  const t = useWords(inboxWords);
  const format = useFormat();
  return (
    <li>
      <Link to="." search={(now) => ({ ...now, appointment: appointment.id })} className={classes['row']} data-attention>
        <IconPhone size={20} stroke={1.7} aria-hidden className={classes['icon']} />
        <span className={classes['who']}>
          <bdi>{format.name(appointment.patient)}</bdi>
        </span>
        <span className={classes['when']}>
          {format.day(appointment.start)} {format.time(appointment.start)}
        </span>
        <span className={classes['about']}>{[format.called(appointment.service), appointment.practitioner.displayName].join(' · ')}</span>
        <span className={classes['why']}>{t(isLive(appointment) ? 'untold.changed' : 'untold.cancelled')}</span>
      </Link>
    </li>
  );
}
