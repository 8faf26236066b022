import { unanswered } from '../data/client/unanswered-changes.js';

/** The browser asks before a window is closed or loaded anew of which something is not saved yet, as it does of what stands in a form. */
export function askBeforeLosing(): void {
  addEventListener('beforeunload', (event) => {
    if (unanswered.size > 0) event.preventDefault();
  });
}
