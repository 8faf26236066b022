import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { sessionQuery } from '../../data/session.js';
import { useSession } from '../../session/use-session.js';
import classes from './live.module.css';
import { distinctKeys, isLive, keysOf } from '../../data/live-keys.js';
import { liveWords } from './live-words.js';
import { listenOnce } from './one-stream.js';

/** What happens at once is read anew at once. */
const GATHER = 150;

/** Keeps every page of the staff up to date while somebody is signed in, and says when it cannot. */
export function Live() {
  const t = useWords(liveWords);
  const reached = useLive();
  return (
    <span role="status" className={classes['away']} title={reached ? undefined : t('awayLong')}>
      {!reached && t('away')}
    </span>
  );
}

/** @returns whether the clinic can be reached */
function useLive(): boolean {
  const queries = useQueryClient();
  const { clinic } = useSession();
  const [reached, setReached] = useState(() => navigator.onLine);
  useEffect(() => {
    let gathered: QueryKey[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      timer = undefined;
      for (const queryKey of distinctKeys(gathered)) void queries.invalidateQueries({ queryKey });
      gathered = [];
    };
    const renewAll = () => void queries.invalidateQueries({ predicate: ({ queryKey }) => isLive(queryKey) }, { cancelRefetch: false });
    const renewSession = () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    const offline = () => setReached(false);
    window.addEventListener('offline', offline);
    const stop = listenOnce(clinic.id, {
      happened: (event) => {
        gathered.push(...keysOf(event));
        timer ??= setTimeout(renew, GATHER);
      },
      missed: renewAll,
      // Asking who is here shows the way back in, on a page that shows nothing live too.
      ended: () => {
        renewAll();
        renewSession();
      },
      refused: renewSession,
      reached: setReached,
    });
    return () => {
      stop();
      clearTimeout(timer);
      window.removeEventListener('offline', offline);
    };
  }, [queries, clinic.id]);
  return reached;
}
