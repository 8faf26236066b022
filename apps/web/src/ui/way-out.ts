import { allAnswered } from '../data/client/all-answered.js';
import { countUnanswered, unanswered } from '../data/client/unanswered-changes.js';
import { signOut } from '../session/sign-out.js';
import { abandonPage, leavePage, savePage } from './leave-scope.js';
import { showWaiting, waitingNow } from './way-out-state.js';

/** Longer than an answer takes, as a rule; then whoever wants to go is asked. */
const PATIENCE_MS = 6000;

/**
 * Signs out once all is saved that was done in this window: what is on its way, what waits in turn and what the forms save by themselves is
 * answered first, then the forms are asked. What is refused meanwhile is told where it always is, and its person stays to read it.
 */
export async function goOut(go: () => void = signOut, patienceMs = PATIENCE_MS): Promise<void> {
  if (waitingNow()) return;
  // A form whose save fails is no refusal: it asks its person itself.
  for (const saved of savePage()) countUnanswered(saved.then(() => true));
  if (unanswered.size === 0) return leavePage(go);
  const { promise: stays, resolve } = Promise.withResolvers<false>();
  const stay = () => resolve(false);
  const goAnyway = () => {
    abandonPage();
    // Nor is it asked about by the browser.
    unanswered.clear();
    go();
  };
  showWaiting({ late: false, stay, goAnyway });
  const late = setTimeout(() => showWaiting({ late: true, stay, goAnyway }), patienceMs);
  const answered = await Promise.race([allAnswered(), stays]);
  clearTimeout(late);
  showWaiting(undefined);
  if (answered) leavePage(go);
}
