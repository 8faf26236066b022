import { startOfDay } from '@keel/calendar';
import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useNarrow } from '../../ui/use-narrow.js';
import { useCan } from '../session/use-session.js';
import type { Visit } from '../visit/visit.queries.js';
import cards from './cards.module.css';
import { partVisits } from './next-visit.js';
import classes from './record.module.css';
import { patientVisitsQuery } from './record.queries.js';
import { visitsWords } from './visits-words.js';

/** Enough of the past for most questions; the rest is one press away. */
const PAST_AT_FIRST = 25;

/** When the patient comes and came; each visit opens beside the page. */
export function VisitsTab({ patientId }: { patientId: string }) {
  const t = useWords(visitsWords);
  const format = useFormat();
  const can = useCan();
  const [all, setAll] = useState(false);
  const visits = useQuery(patientVisitsQuery(patientId));
  if (visits.isPending) return <Loading />;
  if (!visits.data) return <ProblemNotice error={visits.error} onRetry={() => void visits.refetch()} />;
  const today = startOfDay(format.zone, format.dateOf(new Date().toISOString()));
  const { upcoming, past } = partVisits(visits.data, today);
  const shown = all ? past : past.slice(0, PAST_AT_FIRST);
  return (
    <Stack gap="lg">
      <Part title={t('upcoming')} none={t('noneUpcoming')} visits={upcoming}>
        {upcoming.length === 0 && can('appointment:book') && <BookButton patientId={patientId} />}
      </Part>
      <Part title={t('past')} none={t('nonePast')} visits={shown}>
        {shown.length < past.length && (
          <Button variant="default" w="max-content" onClick={() => setAll(true)}>
            {t('more', { count: past.length })}
          </Button>
        )}
      </Part>
    </Stack>
  );
}

function BookButton({ patientId }: { patientId: string }) {
  const t = useWords(visitsWords);
  return (
    <Button
      w="max-content"
      variant="default"
      leftSection={<IconCalendarPlus size={16} stroke={1.7} aria-hidden />}
      renderRoot={(props) => <Link to="." search={(now) => ({ ...now, book: { patientId } })} {...props} />}
    >
      {t('book')}
    </Button>
  );
}

function Part({ title, none, visits, children }: { title: string; none: string; visits: Visit[]; children: ReactNode }) {
  const t = useWords(visitsWords);
  const narrow = useNarrow();
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {visits.length === 0 && <Text c="dimmed">{none}</Text>}
      {visits.length > 0 && narrow && <Cards visits={visits} />}
      {visits.length > 0 && !narrow && (
        <Table.ScrollContainer minWidth={680} type="native">
          <Table layout="fixed" className={classes['table']}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="26%">{t('column.when')}</Table.Th>
                <Table.Th>{t('column.service')}</Table.Th>
                <Table.Th w="16%">{t('column.practitioner')}</Table.Th>
                <Table.Th w="16%">{t('column.status')}</Table.Th>
                <Table.Th w="10%">{t('column.note')}</Table.Th>
                <Table.Th w="11%">{t('column.invoice')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {visits.map((visit) => (
                <Row key={visit.id} visit={visit} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {children}
    </Stack>
  );
}

/** On a phone: one large target a visit. */
function Cards({ visits }: { visits: Visit[] }) {
  const format = useFormat();
  return (
    <ul className={cards['cards']}>
      {visits.map((visit) => (
        <li key={visit.id}>
          <Link to="." search={(now) => ({ ...now, visit: visit.id })} resetScroll={false} className={cards['card']}>
            <Group justify="space-between" gap="xs">
              <Text fw={600}>
                {whenOf(format, visit).date} · {whenOf(format, visit).time}
              </Text>
              <StatusBadge status={visit.status} />
            </Group>
            <Text c="dimmed">
              <bdi>{visit.service.name}</bdi> · <bdi>{visit.practitioner.displayName}</bdi>
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Row({ visit }: { visit: Visit }) {
  const t = useWords(visitsWords);
  const when = whenOf(useFormat(), visit);
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="." search={(now) => ({ ...now, visit: visit.id })} resetScroll={false} className={classes['open']}>
          {when.date} · {when.time}
        </Link>
      </Table.Td>
      <Table.Td>{visit.service.name}</Table.Td>
      <Table.Td>{visit.practitioner.displayName}</Table.Td>
      <Table.Td>
        <StatusBadge status={visit.status} />
      </Table.Td>
      <Table.Td>{visit.noteStatus && t(`note.${visit.noteStatus}`)}</Table.Td>
      <Table.Td>{visit.invoiceStatus && t(`invoice.${visit.invoiceStatus}`)}</Table.Td>
    </Table.Tr>
  );
}

function Loading() {
  return (
    <Stack gap="xs" aria-hidden>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} h={34} />
      ))}
    </Stack>
  );
}
