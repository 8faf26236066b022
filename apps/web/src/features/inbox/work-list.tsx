import { Box, NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { type Permission, permissionsOf, WORK_ITEMS } from '@keel/contracts';
import { IconFileSearch, IconMessage2Exclamation, IconTool } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Member, staffQuery } from '../../data/members.js';
import { useGiveWork, type WorkItem, workItemsQuery } from '../../data/work-items.js';
import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useCan } from '../../session/use-session.js';
import { useFormat } from '../../ui/format.js';
import { ListEnd } from '../../ui/list-end.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastProblem } from '../../ui/toasts.js';
import { useNow } from '../../ui/use-now.js';
import { dayOf, endOfDay } from './due-day.js';
import type { InboxSearch } from './inbox-search.js';
import classes from './inbox.module.css';
import { inboxWords } from './inbox-words.js';

/** All that a person must decide, the most urgent first: each row leads to where it is done, and it goes once it is. */
export function WorkList({ search }: { search: InboxSearch }) {
  const t = useWords(inboxWords);
  const list = useInfiniteQuery(workItemsQuery(useLanguage(), search.whose));
  const { data: staff = [] } = useQuery(staffQuery);
  const items = list.data?.pages.flatMap(({ data }) => data);
  return (
    <>
      {list.error && !items && (
        <Box p="md">
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        </Box>
      )}
      {list.isPending && (
        <Stack gap={1} px="md">
          {Array.from({ length: 6 }, (_, row) => (
            <Skeleton key={row} height={72} />
          ))}
        </Stack>
      )}
      {items?.length === 0 && (
        <Stack gap={4} p="xl" align="center" ta="center">
          <Text fw={600}>{t('work.none')}</Text>
          <Text c="dimmed" maw={460}>
            {t(search.whose ? 'emptyFilterLead' : 'work.noneLead')}
          </Text>
        </Stack>
      )}
      <ul className={classes['list']} aria-label={t('shown.work')}>
        {items?.map((item) => (
          <WorkRow key={item.id} item={item} staff={staff} open={item.subject.id === search.message} />
        ))}
      </ul>
      <Box p="md">
        <ListEnd list={list} />
      </Box>
    </>
  );
}

const ICONS = { messages: IconMessage2Exclamation, 'chart-access': IconFileSearch } as const;

function WorkRow({ item, staff, open }: { item: WorkItem; staff: readonly Member[]; open: boolean }) {
  const t = useWords(inboxWords);
  const format = useFormat();
  const now = useNow();
  const Icon = ICONS[item.subject.kind as keyof typeof ICONS] ?? IconTool;
  const whom = useWhom(item, staff);
  const late = item.dueAt !== null && Date.parse(item.dueAt) < now;
  const content = (
    <>
      <Icon size={20} stroke={1.7} aria-hidden className={classes['icon']} />
      <span className={classes['who']}>{whom ?? item.title}</span>
      <span className={classes['when']}>{t('work.since', { when: `${format.day(item.since)} ${format.time(item.since)}` })}</span>
      <span className={classes['about']}>{item.title}</span>
      {late && <span className={classes['why']}>{t('work.late')}</span>}
    </>
  );
  const row = { className: classes['row'], 'data-attention': true, 'data-plain': true } as const;
  return (
    <li className={classes['work']}>
      {item.subject.kind === 'messages' ? (
        <Link to="." search={(at) => ({ ...at, message: item.subject.id })} aria-current={open || undefined} {...row}>
          {content}
        </Link>
      ) : (
        <Link to={paths.settingsSection(item.subject.kind === 'chart-access' ? 'chart-access' : 'failures')} {...row}>
          {content}
        </Link>
      )}
      <Given item={item} staff={staff} />
    </li>
  );
}

/** The patient or the colleague whom it is about. */
function useWhom({ patient, memberId }: WorkItem, staff: readonly Member[]): string | undefined {
  const format = useFormat();
  const member = memberId === null ? undefined : staff.find(({ userId }) => userId === memberId);
  const person = patient ?? member;
  return person && format.name(person);
}

const mayDo = (needs: Permission) => (member: Member) =>
  member.active && member.userId !== null && permissionsOf(member.roles, member.chartRight).has(needs);

/** Whose it is and by when, for those who may do such work; told to the others. */
function Given({ item, staff }: { item: WorkItem; staff: readonly Member[] }) {
  const t = useWords(inboxWords);
  const format = useFormat();
  const can = useCan();
  const give = useGiveWork(item, toastProblem);
  const { doer } = WORK_ITEMS[item.kind];
  const title = useWhom(item, staff) ?? item.title;
  const due = item.dueAt ? dayOf(item.dueAt, format.zone) : '';
  const setDue = (field: HTMLInputElement) => {
    // What is typed by halves is no day, and not the wish to have none.
    if (field.validity.badInput) field.value = due;
    if (field.value === due || give.isPending) return;
    give.mutate({ dueAt: endOfDay(field.value, format.zone) ?? null }, { onError: () => (field.value = due) });
  };
  const whose = staff.find(({ userId }) => userId === item.assigneeId);
  if (!can(doer)) {
    const told = [whose && format.name(whose), item.dueAt && t('work.until', { when: format.day(item.dueAt) })].filter(Boolean);
    return told.length > 0 ? <div className={classes['given']}>{told.join(' · ')}</div> : null;
  }
  const doers = staff.filter((member) => mayDo(doer)(member) || member.userId === item.assigneeId);
  return (
    <div className={classes['given']}>
      <NativeSelect
        size="xs"
        aria-label={t('work.whose', { title })}
        value={item.assigneeId ?? ''}
        disabled={give.isPending}
        data={[
          { value: '', label: t('work.anybody') },
          ...doers.map((member) => ({ value: member.userId ?? '', label: format.name(member) })),
        ]}
        onChange={({ currentTarget }) => give.mutate({ assigneeId: currentTarget.value || null })}
      />
      <TextInput
        key={due}
        size="xs"
        type="date"
        aria-label={t('work.due', { title })}
        defaultValue={due}
        disabled={give.isPending}
        onBlur={({ currentTarget }) => setDue(currentTarget)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && setDue(currentTarget)}
      />
    </div>
  );
}
