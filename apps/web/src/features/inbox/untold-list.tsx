import { Box, Stack, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { isLive } from '../visit/steps.js';
import { untoldQuery, type Visit } from '../visit/visit.queries.js';
import classes from './inbox.module.css';
import { inboxWords } from './inbox-words.js';

/** Whom the clinic moved or cancelled and nobody has told: calls to make, the soonest first. Each opens the visit with its number. */
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
      {data?.map((visit) => (
        <UntoldRow key={visit.id} visit={visit} />
      ))}
    </ul>
  );
}

function UntoldRow({ visit }: { visit: Visit }) {
  const t = useWords(inboxWords);
  const format = useFormat();
  return (
    <li>
      <Link to="." search={(now) => ({ ...now, visit: visit.id })} className={classes['row']} data-attention>
        <IconPhone size={20} stroke={1.7} aria-hidden className={classes['icon']} />
        <span className={classes['who']}>
          <bdi>{format.name(visit.patient)}</bdi>
        </span>
        <span className={classes['when']}>
          {format.day(visit.start)} {format.time(visit.start)}
        </span>
        <span className={classes['about']}>{[visit.service.name, visit.practitioner.displayName].join(' · ')}</span>
        <span className={classes['why']}>{t(isLive(visit) ? 'untold.changed' : 'untold.cancelled')}</span>
      </Link>
    </li>
  );
}
