import { Badge, Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useCan } from '../../session/use-session.js';
import { type Consent, consentsQuery } from '../../data/consents.js';
import { detailsWords } from './details-words.js';
import { formWords } from './form-words.js';
import classes from './record.module.css';
import { lazyDrawer } from '../../ui/lazy-drawer.js';

const ConsentDialog = lazyDrawer(() => import('./consent-dialog.js').then((module) => ({ default: module.ConsentDialog })));

/** What the person said about being written to: a history that is only added to. */
export function Consents({ patientId }: { patientId: string }) {
  const t = useWords(detailsWords);
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const consents = useQuery(consentsQuery(patientId));
  return (
    <Stack component="section" gap="xs" aria-label={t('consents.title')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('consents.title')}
        </Title>
        {can('patient:write') && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t('consents.add')}
          </Button>
        )}
      </Group>
      <Text c="dimmed">{t('consents.lead')}</Text>
      <ProblemNotice error={consents.error} onRetry={() => void consents.refetch()} />
      {consents.isPending && <Skeleton h={60} aria-hidden />}
      {consents.data?.length === 0 && <Text>{t('consents.none')}</Text>}
      {consents.data && consents.data.length > 0 && <History consents={consents.data} />}
      <Suspense fallback={null}>{adding && <ConsentDialog patientId={patientId} onClose={() => setAdding(false)} />}</Suspense>
    </Stack>
  );
}

/** The patient agrees or does not; whoever holds the mailbox stops e-mails or takes that back. */
function answerOf({ purpose, granted }: Consent) {
  if (purpose) return granted ? 'consents.granted' : 'consents.refused';
  return granted ? 'consents.mailbox.started' : 'consents.mailbox.stopped';
}

function History({ consents }: { consents: Consent[] }) {
  const t = useWords(detailsWords);
  const form = useWords(formWords);
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table className={classes['table']}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('consents.when')}</Table.Th>
            <Table.Th>{t('consents.purpose')}</Table.Th>
            <Table.Th>{t('consents.channel')}</Table.Th>
            <Table.Th>{t('consents.said')}</Table.Th>
            <Table.Th>{t('consents.source')}</Table.Th>
            <Table.Th>{t('consents.wording')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {consents.map((consent) => (
            <Table.Tr key={consent.id}>
              <Table.Td>{format.date(consent.recordedAt)}</Table.Td>
              <Table.Td>{consent.purpose ? t(`consents.purposes.${consent.purpose}`) : t('consents.mailbox.purpose')}</Table.Td>
              <Table.Td>{form(`channel.${consent.channel}`)}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={consent.granted ? 'keel' : 'gray'} tt="none">
                  {t(answerOf(consent))}
                </Badge>
              </Table.Td>
              <Table.Td>{consent.source ?? t('consents.mailbox.source')}</Table.Td>
              <Table.Td>{consent.wording ?? t('consents.mailbox.wording')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
