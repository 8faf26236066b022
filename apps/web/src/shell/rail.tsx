import { IconCalendar, IconInbox, IconListCheck, IconReceipt2, IconSettings, IconUsers } from '@tabler/icons-react';
import type { Permission } from '@keel/contracts';
import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { workCounted, workCountsQuery } from '../data/work-counts.js';
import { untoldCountQuery } from '../data/appointments.js';
import { useCan } from '../session/use-session.js';
import { useWords } from '../i18n/words.js';
import { paths } from '../paths.js';
import classes from './staff-frame.module.css';
import { uiWords } from '../ui/ui-words.js';

interface RailItem {
  key: 'today' | 'schedule' | 'patients' | 'inbox' | 'billing' | 'settings';
  to: string;
  icon: typeof IconCalendar;
  needs: Permission;
}

/** The rooms of the app, in the order of a day; somebody sees those they may enter. */
export const ROOMS: readonly RailItem[] = [
  { key: 'today', to: paths.today(), icon: IconListCheck, needs: 'appointment:read' },
  { key: 'schedule', to: paths.schedule(), icon: IconCalendar, needs: 'appointment:read' },
  { key: 'patients', to: paths.patients(), icon: IconUsers, needs: 'patient:read' },
  { key: 'inbox', to: paths.inbox(), icon: IconInbox, needs: 'message:read' },
  { key: 'billing', to: paths.billing(), icon: IconReceipt2, needs: 'invoice:read' },
  { key: 'settings', to: paths.settings(), icon: IconSettings, needs: 'clinic:read' },
];

export function Rail() {
  const t = useWords(uiWords);
  const can = useCan();
  return (
    <nav className={classes['rail']} aria-label={t('frame.rooms')}>
      {ROOMS.filter(({ needs }) => can(needs)).map(({ key, to, icon: Icon }) => (
        <Link key={key} to={to} className={classes['railItem']} activeProps={{ 'data-active': true, 'aria-current': 'page' }}>
          <Icon size={20} stroke={1.7} aria-hidden />
          <span>{t(`frame.room.${key}`)}</span>
          {key === 'inbox' && <ToLookInto />}
        </Link>
      ))}
    </nav>
  );
}

/** What somebody must decide, messages and else, and how many patients are to be called: a room that somebody should enter says so. */
function ToLookInto() {
  const t = useWords(uiWords);
  const { messages, others } = workCounted(useQuery(workCountsQuery).data);
  const { data: untold = 0 } = useQuery({ ...untoldCountQuery, enabled: useCan()('appointment:read') });
  const all = messages + others + untold;
  if (all === 0) return null;
  const words = [
    messages > 0 && t('frame.toLookInto', { count: messages }),
    others > 0 && t('frame.toDecide', { count: others }),
    untold > 0 && t('frame.toBeTold', { count: untold }),
  ];
  return (
    <span className={classes['railCount']}>
      <span aria-hidden>{all}</span>
      <VisuallyHidden>{words.filter(Boolean).join(', ')}</VisuallyHidden>
    </span>
  );
}
