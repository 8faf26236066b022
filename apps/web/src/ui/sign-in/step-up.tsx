import { Suspense, useSyncExternalStore } from 'react';
import { answerStepUp, isStepUpAsked, onStepUp } from '../../data/client/step-up.js';
import { lazyDrawer } from '../lazy-drawer.js';

const StepUpDialog = lazyDrawer(() => import('./step-up-dialog.js').then((module) => ({ default: module.StepUpDialog })));

/** Where the API's wish for a fresh proof is put to the person; the dialog is fetched when it is first wanted. */
export function StepUp() {
  const asked = useSyncExternalStore(onStepUp, isStepUpAsked);
  return <Suspense fallback={null}>{asked && <StepUpDialog />}</Suspense>;
}

// First of all who listen: a dialog beneath would take the same press for its own, and ask about what is typed in it.
if (typeof addEventListener === 'function') {
  addEventListener('keydown', giveUp, { capture: true });
}

function giveUp(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !isStepUpAsked()) return;
  event.stopImmediatePropagation();
  answerStepUp(false);
}
