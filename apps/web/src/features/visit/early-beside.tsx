import { Suspense, useSyncExternalStore } from 'react';
import { FormToCome } from '../../ui/form-to-come.js';
import { lazyBeside } from '../../ui/lazy-beside.js';
import { earlyAsked, onEarly } from './early-arrival.js';

const EarlyDialog = lazyBeside(() => import('./early-dialog.js').then((module) => ({ default: module.EarlyDialog })));

/** Where an arrival before the day of its visit is asked about, on whichever page of the staff. */
export function EarlyBeside() {
  const visit = useSyncExternalStore(onEarly, earlyAsked);
  return <Suspense fallback={<FormToCome />}>{visit && <EarlyDialog visit={visit} />}</Suspense>;
}
