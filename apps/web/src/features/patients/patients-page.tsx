import { Button, CloseButton, Group, SegmentedControl, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { counted } from '../../ui/counted.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageTitle } from '../../ui/title.js';
import { useNarrow } from '../../ui/use-narrow.js';
import { useCan } from '../../session/use-session.js';
import { useNearestAppointments } from './nearest-appointments.js';
import { NoPatients } from './no-patients.js';
import { PatientCards } from './patient-cards.js';
import { PatientTable } from './patient-table.js';
import { patientsWords } from './patients-words.js';
import classes from './patients.module.css';
import { TagFilter } from './tag-filter.js';
import { useOpenFirst, usePatientSearch } from './use-patient-search.js';

/** Everybody who is cared for here, and a search that forgives. */
export function PatientsPage() {
  const t = useWords(patientsWords);
  const can = useCan();
  const list = usePatientSearch();
  const { found, patients, search, settled } = list;
  const appointments = useNearestAppointments(found.data?.pages ?? []);
  const phone = useNarrow();
  const rows = useRef<HTMLDivElement>(null);
  const List = phone ? PatientCards : PatientTable;
  return (
    <Stack p="md" gap="sm" maw={1280} onKeyDown={(event) => moveAmong(rows.current, event)}>
      <Group justify="space-between">
        <PageTitle text={t('title')} />
        {can('patient:write') && (
          <Button component={Link} to={paths.newPatient()} leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden />}>
            {t('add')}
          </Button>
        )}
      </Group>
      <Filters list={list} first={patients[0]?.id} />
      <TagFilter tag={search.tag} onClear={() => list.set({ tag: undefined })} />
      <Text size="sm" c="dimmed" role="status" mih="1lh">
        {settled && list.total !== undefined ? t('found', counted(list.total)) : ''}
      </Text>
      <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      <ProblemNotice error={appointments?.error} onRetry={appointments?.retry} />
      <div ref={rows} className={classes['list']}>
        {found.isPending && <Loading />}
        {patients.length > 0 && (
          <List patients={patients} appointments={appointments} sort={search.sort} searched={Boolean(search.q)} onChange={list.set} />
        )}
        {settled && found.isSuccess && patients.length === 0 && <NoPatients search={search} onChange={list.set} />}
      </div>
      {found.hasNextPage && (
        <Button variant="default" w="max-content" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Stack>
  );
}

function Filters({ list, first }: { list: ReturnType<typeof usePatientSearch>; first: string | undefined }) {
  const t = useWords(patientsWords);
  const openFirst = useOpenFirst(first, list.settled);
  return (
    <Group gap="sm">
      <TextInput
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        rightSection={list.typed && <CloseButton size="sm" aria-label={t('clear')} onClick={() => list.type('')} />}
        value={list.typed}
        onChange={(event) => list.type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && list.typed.trim() && openFirst()}
        data-autofocus
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        flex="1 1 260px"
        maw={480}
        data-row
      />
      <SegmentedControl
        aria-label={t('which')}
        value={list.search.archived ? 'archived' : 'current'}
        onChange={(value) => list.set({ archived: value === 'archived' ? true : undefined })}
        data={[
          { value: 'current', label: t('current') },
          { value: 'archived', label: t('archived') },
        ]}
      />
    </Group>
  );
}

/** Up and down go from the search through the rows and back. */
function moveAmong(rows: HTMLElement | null, event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !rows || !(event.target instanceof HTMLElement) || !event.target.closest('[data-row]')) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[data-row], a[data-row]')];
  const next = stops[stops.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Loading() {
  return (
    <Stack gap={6} aria-hidden>
      {Array.from({ length: 12 }, (_, row) => (
        <Skeleton key={row} h={34} />
      ))}
    </Stack>
  );
}
