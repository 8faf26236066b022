import { ActionIcon, Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconChevronRight, IconPencil, IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { ToneBadge } from '../../../ui/tone-badge.js';
import { useCan } from '../../../session/use-session.js';
import { type ChartEntry, type EntryKind, useChangeEntry } from '../../../data/chart.js';
import { endOf, isCurrent } from './entry-kinds.js';
import classes from './chart.module.css';
import { chartWords } from './chart-words.js';
import { useEntryFacts } from './entry-facts.js';
import { lazyDrawer } from '../../../ui/lazy-drawer.js';

const EntryDialog = lazyDrawer(() => import('./entry-dialog.js').then((module) => ({ default: module.EntryDialog })));

interface Props {
  kind: EntryKind;
  entries: ChartEntry[];
  patientId: string;
}

/** What holds now; what is over is one press away. */
export function EntryList({ kind, entries, patientId }: Props) {
  const t = useWords(chartWords);
  const can = useCan();
  const [edited, setEdited] = useState<ChartEntry | 'new'>();
  const [pastShown, setPastShown] = useState(false);
  const current = entries.filter(isCurrent);
  const past = entries.filter((entry) => !isCurrent(entry));
  const shown = pastShown ? [...current, ...past] : current;
  return (
    <Stack component="section" gap={6} aria-label={t(`kind.${kind}`)}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t(`kind.${kind}`)}
        </Title>
        {can('chart:write') && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t(`add.${kind}`)}
          </Button>
        )}
      </Group>
      {current.length === 0 && <Text c="dimmed">{t(`none.${kind}`)}</Text>}
      {shown.length > 0 && (
        <ul className={classes['entries']}>
          {shown.map((entry) => (
            <Entry key={entry.id} kind={kind} entry={entry} patientId={patientId} onEdit={() => setEdited(entry)} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <UnstyledButton className={classes['past']} aria-expanded={pastShown} onClick={() => setPastShown(!pastShown)}>
          {pastShown ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          {t('past', { count: past.length })}
        </UnstyledButton>
      )}
      <Suspense fallback={null}>
        {edited && (
          <EntryDialog
            kind={kind}
            patientId={patientId}
            entry={edited === 'new' ? undefined : edited}
            onClose={() => setEdited(undefined)}
          />
        )}
      </Suspense>
    </Stack>
  );
}

function Entry({ kind, entry, patientId, onEdit }: Omit<Props, 'entries'> & { entry: ChartEntry; onEdit: () => void }) {
  const t = useWords(chartWords);
  const can = useCan();
  const { state, facts, danger } = useEntryFacts(entry);
  const what = entry.description;
  return (
    <li className={classes['entry']} data-past={!isCurrent(entry)}>
      <div>
        <Group gap={6}>
          <Text fw={600}>{what}</Text>
          {state && <ToneBadge tone="grey">{state}</ToneBadge>}
          {danger && <ToneBadge tone="red">{danger}</ToneBadge>}
        </Group>
        {facts && (
          <Text size="xs" c="dimmed" className={classes['facts']}>
            {facts}
          </Text>
        )}
      </div>
      {can('chart:write') && (
        <Group gap={2} wrap="nowrap">
          {isCurrent(entry) && <EndButton kind={kind} entry={entry} patientId={patientId} />}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            onClick={onEdit}
            aria-label={t('changeOf', { what })}
            title={t('changeOf', { what })}
          >
            <IconPencil size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </li>
  );
}

/** One press ends it, and another takes that back. */
function EndButton({ kind, entry, patientId }: Omit<Props, 'entries'> & { entry: ChartEntry }) {
  const t = useWords(chartWords);
  const format = useFormat();
  const change = useChangeEntry(kind, patientId);
  const what = entry.description;
  const { end, back } = endOf(kind, entry, format.dateOf(new Date().toISOString()));
  const takeBack = (now: ChartEntry) => void change.mutateAsync({ entry: now, change: back }).catch(toastProblem);
  const run = () =>
    change.mutate(
      { entry, change: end },
      {
        onSuccess: (now) => toastDone(t(`ended.${kind}`, { what }), { label: t('undo', { what }), run: () => takeBack(now) }),
        onError: toastProblem,
      },
    );
  const label = t(`endOf.${kind}`, { what });
  return (
    <ActionIcon variant="subtle" color="gray" size={28} loading={change.isPending} onClick={run} aria-label={label} title={label}>
      <IconCheck size={16} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
