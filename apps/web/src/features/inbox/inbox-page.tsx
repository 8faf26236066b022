import { Group, NativeSelect } from '@mantine/core';
import { CHANNELS } from '@keel/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { ChoiceRow } from '../../ui/choice-row.js';
import { PageTitle } from '../../ui/title.js';
import { untoldCountQuery } from '../../data/appointments.js';
import classes from './inbox.module.css';
import { workCounted, workCountsQuery } from '../../data/work-counts.js';
import { type InboxSearch, isNoMessages, SHOWN, type Shown, WHOSE } from './inbox-search.js';
import { messageWords } from '../../ui/messages/message-words.js';
import { inboxWords } from './inbox-words.js';
import { MessageDetail } from './message-detail.js';
import { MessageList } from './message-list.js';
import { UntoldList } from './untold-list.js';
import { WorkList } from './work-list.js';

const route = getRouteApi('/staff/inbox');

/** What was written to whom; first what somebody must look into. */
export function InboxPage() {
  const t = useWords(inboxWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (change: Partial<InboxSearch>) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <div className={classes['inbox']}>
      <div className={classes['title']}>
        <PageTitle text={t('title')} />
      </div>
      <div className={classes['panes']} data-open={search.message ? true : undefined}>
        <div className={classes['rows']}>
          <Head search={search} onChange={(change) => go({ ...change, message: undefined })} />
          <List search={search} />
        </div>
        {search.message && <MessageDetail key={search.message} id={search.message} onClose={() => go({ message: undefined })} />}
      </div>
    </div>
  );
}

function List({ search }: { search: InboxSearch }) {
  if (search.show === 'work') return <WorkList search={search} />;
  return search.show === 'untold' ? <UntoldList /> : <MessageList search={search} />;
}

function Head({ search, onChange }: { search: InboxSearch; onChange: (change: Partial<InboxSearch>) => void }) {
  const t = useWords(inboxWords);
  const words = useWords(messageWords);
  const work = workCounted(useQuery(workCountsQuery).data);
  const untold = useQuery(untoldCountQuery);
  const counts: Partial<Record<Shown, number | undefined>> = {
    work: work.messages + work.others,
    attention: work.messages,
    untold: untold.data,
  };
  return (
    <Group className={classes['head'] ?? ''} justify="space-between" gap="xs">
      <ChoiceRow
        label={t('show')}
        value={search.show ?? 'all'}
        choices={[
          { value: 'all', label: t('all') },
          ...SHOWN.map((value) => ({
            value,
            label: t(`shown.${value}`),
            count: counts[value],
          })),
        ]}
        onChange={(value) => onChange({ show: value === 'all' ? undefined : value })}
      />
      {search.show === 'work' && (
        <NativeSelect
          aria-label={t('work.filter')}
          value={search.whose ?? ''}
          data={[{ value: '', label: t('work.everybody') }, ...WHOSE.map((value) => ({ value, label: t(`work.of.${value}`) }))]}
          onChange={({ currentTarget }) => onChange({ whose: WHOSE.find((one) => one === currentTarget.value) })}
        />
      )}
      {!isNoMessages(search.show) && (
        <NativeSelect
          aria-label={t('channelFilter')}
          value={search.channel ?? ''}
          data={[{ value: '', label: t('anyChannel') }, ...CHANNELS.map((value) => ({ value, label: words(`channel.${value}`) }))]}
          onChange={({ currentTarget }) => onChange({ channel: CHANNELS.find((one) => one === currentTarget.value) })}
        />
      )}
    </Group>
  );
}
