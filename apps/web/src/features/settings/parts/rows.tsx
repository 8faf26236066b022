import { Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/words.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import classes from '../settings.module.css';
import { settingsWords } from '../settings-words.js';

/** A list that was asked for: its shape while it loads, why where it cannot be shown, what to do where it is empty. */
export function Asked<T>({
  query,
  empty,
  children,
}: {
  query: { data: T[] | undefined; error: unknown; refetch: () => unknown };
  empty: ReactNode;
  children: (records: T[]) => ReactNode;
}) {
  const t = useWords(settingsWords);
  if (query.data) return query.data.length > 0 ? children(query.data) : <Text c="dimmed">{empty}</Text>;
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  return (
    <Stack role="status" aria-label={t('loading')} gap="xs">
      <Skeleton h={52} />
      <Skeleton h={52} />
      <Skeleton h={52} />
    </Stack>
  );
}

export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes['rows']} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  name: ReactNode;
  details?: ReactNode;
  /** The colour that it has on the schedule. */
  colour?: string | null;
  actions?: ReactNode;
  /** Long enough that the actions stand at its head. */
  tall?: boolean;
  children?: ReactNode;
}

export function Row({ name, details, colour, actions, tall, children }: RowProps) {
  return (
    <li className={classes['row']} data-tall={tall || undefined}>
      {colour && <span className={classes['swatch']} style={{ background: colour }} aria-hidden />}
      <div className={classes['what']}>
        <div className={classes['name']}>{name}</div>
        {details && <div className={classes['details']}>{details}</div>}
      </div>
      {actions}
      {children}
    </li>
  );
}
