import { Button, Card, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { isMissing } from '../../data/client/problem.js';
import { readFor } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageTitle } from '../../ui/title.js';
import { Contact, useReach } from './contact.js';
import { emailsWords } from './emails-words.js';
import { emailsQuery, type PublicEmails, useEmailsChoice } from '../../data/public-emails.js';
import { Unbroken } from '../../ui/unbroken.js';

/** Behind the last line of every e-mail to a patient: whether any more are wanted. A press decides; programs that look at links press nothing. */
export function EmailsPage() {
  const t = useWords(emailsWords);
  const { token } = useParams({ from: '/public/emails/$token' });
  const emails = useQuery(emailsQuery(token));
  const [locale, country] = [emails.data?.locale, emails.data?.country];
  useLayoutEffect(() => {
    if (locale && country) readFor(locale, country);
  }, [locale, country]);
  return (
    <Card withBorder p={{ base: 'lg', sm: 'xl' }} maw={480} mx="auto" shadow="sm">
      {isMissing(emails.error) ? (
        <Stack>
          <PageTitle text={t('goneTitle')} />
          <Text>{t('gone')}</Text>
        </Stack>
      ) : emails.data ? (
        <Choice token={token} emails={emails.data} />
      ) : emails.isPending ? (
        <Stack role="status" aria-label={t('loading')}>
          <Skeleton h={30} w="70%" />
          <Skeleton h={60} />
          <Skeleton h={52} />
        </Stack>
      ) : (
        <ProblemNotice error={emails.error} onRetry={() => void emails.refetch()} />
      )}
    </Card>
  );
}

function Choice({ token, emails }: { token: string; emails: PublicEmails }) {
  const t = useWords(emailsWords);
  const choose = useEmailsChoice(token);
  const { address, stoppedBy } = emails;
  const reach = useReach(emails.clinic);
  const clinic = emails.clinic.name;
  const choice = stoppedBy ? 'start' : 'stop';
  const restarted = choose.isSuccess && choose.variables === 'start';
  const said = stoppedBy === 'clinic' ? 'refused' : stoppedBy === 'link' ? 'stopped' : restarted ? 'started' : 'lead';
  return (
    <Stack gap="lg">
      <div>
        {stoppedBy && (
          <Text c="dimmed" fw={600}>
            <bdi>{clinic}</bdi>
          </Text>
        )}
        <PageTitle text={stoppedBy ? t('stoppedTitle') : t('title', { clinic })} />
        <Text mt="xs" role="status">
          <Unbroken text={t(said, { clinic, address, reach })} />
        </Text>
        {!stoppedBy && <Text mt="xs">{t('shared')}</Text>}
        {stoppedBy === 'link' && <Text mt="xs">{t('mistake')}</Text>}
      </div>
      <ProblemNotice error={choose.error} onRetry={choose.variables && (() => choose.mutate(choose.variables))} />
      {stoppedBy !== 'clinic' && (
        <Button
          size="lg"
          mih={52}
          fullWidth
          variant={stoppedBy ? 'default' : 'filled'}
          loading={choose.isPending}
          onClick={() => choose.mutate(choice)}
        >
          {t(choice)}
        </Button>
      )}
      <Contact clinic={emails.clinic} />
    </Stack>
  );
}
