import { Suspense, useSyncExternalStore } from 'react';
import { FormToCome } from '../form-to-come.js';
import { lazyDrawer } from '../lazy-drawer.js';
import { earlyAsked, onEarly } from './early-arrival.js';

const EarlyDialog = lazyDrawer(() => import('./early-dialog.js').then((module) => ({ default: module.EarlyDialog })));

/** Where an arrival before the day of its appointment is asked about, on whichever page of the staff. */
export function EarlyDrawer() {
  const appointment = useSyncExternalStore(onEarly, earlyAsked);
  return <Suspense fallback={<FormToCome />}>{appointment && <EarlyDialog appointment={appointment} />}</Suspense>;
}
