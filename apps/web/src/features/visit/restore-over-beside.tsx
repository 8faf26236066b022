import { Suspense, useSyncExternalStore } from 'react';
import { FormToCome } from '../../ui/form-to-come.js';
import { lazyBeside } from '../../ui/lazy-beside.js';
import { onOver, overAsked } from './restore-over.js';

const RestoreOverDialog = lazyBeside(() => import('./restore-over-dialog.js').then((module) => ({ default: module.RestoreOverDialog })));

/** Where it is asked about a visit whose time is taken as it comes back, after its panel is closed too. */
export function RestoreOverBeside() {
  const asked = useSyncExternalStore(onOver, overAsked);
  return <Suspense fallback={<FormToCome />}>{asked && <RestoreOverDialog {...asked} />}</Suspense>;
}
