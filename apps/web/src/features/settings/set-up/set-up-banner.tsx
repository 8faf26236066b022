import { Suspense } from 'react';
import { useCan } from '../../../session/use-session.js';
import { canSetUp } from '../sections.js';
import classes from './set-up.module.css';
import { useDismissed, useVisited } from './use-visited.js';
import { lazyDrawer } from '../../../ui/lazy-drawer.js';

// Most clinics have had their first appointment: what it is made of is fetched by those who have not.
const StepsLeft = lazyDrawer(() => import('./steps-left.js').then((module) => ({ default: module.StepsLeft })));

/** Above a schedule on which nothing was ever booked. */
export function ScheduleSetUpBanner() {
  return (
    <div className={classes['above']}>
      <SetUpBanner />
    </div>
  );
}

/** What is left to do and the way to it, until the first appointment is booked or somebody waves it away. */
export function SetUpBanner() {
  const may = canSetUp(useCan());
  const [dismissed, dismiss] = useDismissed();
  const { data: visited } = useVisited(may && !dismissed);
  if (!may || dismissed || visited !== false) return null;
  return (
    <Suspense fallback={null}>
      <StepsLeft onDismiss={dismiss} />
    </Suspense>
  );
}
