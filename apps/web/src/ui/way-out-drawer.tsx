import { Suspense, useSyncExternalStore } from 'react';
import { lazyDrawer } from './lazy-drawer.js';
import { onWaiting, waitingNow } from './way-out-state.js';

const WayOutDialog = lazyDrawer(() => import('./way-out-dialog.js').then((module) => ({ default: module.WayOutDialog })));

/** Where somebody waits who wants to sign out, on whichever page of the staff. */
export function WayOutDrawer() {
  const waiting = useSyncExternalStore(onWaiting, waitingNow);
  return <Suspense fallback={null}>{waiting && <WayOutDialog {...waiting} />}</Suspense>;
}
