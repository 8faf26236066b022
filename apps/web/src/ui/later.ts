import { askBeforeLosing } from './ask-before-losing.js';
import { keepFocus } from './keep-focus.js';
import { tellUpdates } from './updated.js';

/** What every page wants, and none in its first moments; one file, since after an upgrade no other could be fetched. */
export function startLater(page: string): void {
  keepFocus();
  askBeforeLosing();
  tellUpdates(page);
}
