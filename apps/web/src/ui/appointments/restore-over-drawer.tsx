import { Suspense, useSyncExternalStore } from 'react';
import { FormToCome } from '../form-to-come.js';
import { lazyDrawer } from '../lazy-drawer.js';
import { onOver, overAsked } from './restore-over.js';

const RestoreOverDialog = lazyDrawer(() => import('./restore-over-dialog.js').then((module) => ({ default: module.RestoreOverDialog })));

/** Where it is asked about an appointment whose time is taken as it comes back, after its panel is closed too. */
export function RestoreOverDrawer() {
  const asked = useSyncExternalStore(onOver, overAsked);
  return <Suspense fallback={<FormToCome />}>{asked && <RestoreOverDialog {...asked} />}</Suspense>;
}
