import { Card, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { useWords } from '../../i18n/words.js';
import { linksWords } from './links-words.js';
import { uiWords } from '../../ui/ui-words.js';
import { ApiProblem } from '../../data/client/problem.js';
import { readFor } from '../../i18n/index.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Unbroken } from '../../ui/unbroken.js';
import { PageTitle } from '../../ui/title.js';
import { linkQuery, type PublicLink } from '../../data/public-links.js';
import { Contact, useReach } from './contact.js';
import { AppointmentCard } from './appointment-card.js';

/** The page behind a patient's reminder. */
export function LinkPage() {
  const t = useWords(linksWords);
  const ui = useWords(uiWords);
  const { token } = useParams({ from: '/public/l/$token' });
  const link = useQuery(linkQuery(token));
  const [locale, country] = [link.data?.locale, link.data?.country];
  const closed = closedBy(link.error);
  useLayoutEffect(() => {
    if (locale && country) readFor(locale, country);
  }, [locale, country]);
  return (
    <Card withBorder p={{ base: 'lg', sm: 'xl' }} maw={480} mx="auto" shadow="sm">
      {closed ? (
        <Closed clinic={closed} />
      ) : link.data ? (
        <AppointmentCard token={token} link={link.data} />
      ) : link.isPending ? (
        <Loading />
      ) : isGone(link.error) ? (
        <Stack>
          <PageTitle text={ui('problem.linkGoneTitle')} />
          <Text>{ui('problem.linkGone')}</Text>
        </Stack>
      ) : (
        <Stack>
          <PageTitle text={t('appointment.titleUpcoming')} />
          <ProblemNotice error={link.error} onRetry={() => void link.refetch()} />
        </Stack>
      )}
    </Card>
  );
}

function Loading() {
  const t = useWords(linksWords);
  return (
    <Stack role="status" aria-label={t('appointment.loading')}>
      <Skeleton h={30} w="70%" />
      <Skeleton h={20} />
      <Skeleton h={120} />
      <Skeleton h={48} />
      <Skeleton h={48} />
    </Stack>
  );
}

/** What was sent to somebody else by now, or is too old: nothing of the appointment, and whom to ask. */
function Closed({ clinic }: { clinic: PublicLink['clinic'] }) {
  const t = useWords(linksWords);
  const reach = useReach(clinic);
  return (
    <Stack>
      <Text c="dimmed" fw={600}>
        <bdi>{clinic.name}</bdi>
      </Text>
      <PageTitle text={t('closed.title')} />
      <Text>
        <Unbroken text={t('closed.lead', { clinic: clinic.name, reach })} />
      </Text>
      <Contact clinic={clinic} />
    </Stack>
  );
}

function closedBy(error: unknown): PublicLink['clinic'] | undefined {
  return error instanceof ApiProblem && error.status === 410 ? (error.body['clinic'] as PublicLink['clinic']) : undefined;
}

function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404;
}
