import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { lastTouched } from '../../data/client/activity.js';
import { noticeEnd } from '../../data/client/queries.js';
import { sessionQuery, tellActivity } from '../../data/session.js';
import { useSession } from '../../session/use-session.js';
import { shouldReport, type Standing, standingAt } from './idle.js';
import { lockNow, setLock } from './lock-state.js';
import { amongWindows } from './windows.js';

const LOOK_MS = 1000;

interface Idle {
  /** Until the screen locks, in its last minute. */
  seconds: number | undefined;
  /** Its person is back: here and in the other windows. */
  unlock: () => void;
}

/** Locks the screen after the session's idle time without a touch in any window. */
export function useIdle(): Idle {
  const { idleSeconds, user } = useSession();
  const queries = useQueryClient();
  const [standing, setStanding] = useState<Standing>({ state: 'open' });
  const unlock = useRef(() => undefined as void);
  useEffect(() => {
    let since = Date.now();
    let reported = Date.now();
    let told = 0;
    const open = () => {
      since = Date.now();
      // What is still on its way was asked for by the session before, and what came may have been refused.
      void queries.cancelQueries();
      setLock('open');
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    };
    const windows = amongWindows(user.id, (word) => {
      if (word === 'lock') setLock('idle');
      // The other window may have gone on in another clinic: then this one stays covered, and says so.
      else if (word === 'unlock') queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).then(open, () => undefined);
      else since = Math.max(since, word.touched);
    });
    unlock.current = () => {
      open();
      windows.tell('unlock');
    };
    const look = () => {
      if (lockNow() !== 'open') return setStanding({ state: 'open' });
      const now = Date.now();
      if (lastTouched() - told >= LOOK_MS) windows.tell({ touched: (told = lastTouched()) });
      if (shouldReport(now, lastTouched(), reported)) {
        reported = now;
        // Where it does not arrive, the next touch says it again.
        tellActivity().catch(noticeEnd);
      }
      const next = standingAt(now, Math.max(lastTouched(), since), idleSeconds * 1000);
      if (next.state === 'locked') {
        windows.tell('lock');
        setLock('idle');
      }
      setStanding((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const timer = setInterval(look, LOOK_MS);
    // A machine that slept looks before anything else is shown.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      windows.stop();
    };
  }, [idleSeconds, queries, user.id]);
  return { seconds: standing.state === 'warned' ? standing.seconds : undefined, unlock: () => unlock.current() };
}
