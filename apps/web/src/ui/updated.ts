import { wordsOf } from '../i18n/words.js';
import { updatedWords } from './updated-words.js';
import classes from './updated.module.css';

/**
 * Where a part of the page cannot be fetched because a newer Keel has replaced it, says so, and offers to reload. It never does
 * that by itself: what was typed would be lost, and a form that is not saved asks first.
 */
export function tellUpdates(page: string): void {
  let told = false;
  const look = async () => {
    if (told || !(await isReplaced(page)) || told) return;
    told = true;
    tell();
  };
  addEventListener('vite:preloadError', () => void look());
}

/** Whether the page that is served now begins with another script than this one; no where it cannot be asked. */
async function isReplaced(page: string): Promise<boolean> {
  const mine = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src');
  try {
    const answer = await fetch(page, { cache: 'no-store' });
    return Boolean(mine) && answer.ok && !(await answer.text()).includes(String(mine));
  } catch {
    return false;
  }
}

/** By hand: whatever would draw it may be what does not come any more. */
function tell(): void {
  const notice = document.createElement('div');
  notice.className = classes['notice'] ?? '';
  notice.setAttribute('role', 'alert');
  const text = document.createElement('p');
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', () => location.reload());
  const t = wordsOf(updatedWords);
  text.textContent = t('told');
  button.textContent = t('reload');
  notice.append(text, button);
  document.body.append(notice);
}
