import { useLayoutEffect, useState } from 'react';

/**
 * A place of its own at the end of the page for what covers it. Everything else (the page, its dialogs, whatever opens later)
 * is inert meanwhile and not drawn: no key, no search in the page and no screen reader gets there. It stays as it is, though.
 */
export function useCover(): HTMLElement {
  const [place] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    const covered = new Set<HTMLElement>();
    const { title, activeElement } = document;
    const cover = () => {
      for (const element of document.body.children) {
        if (!(element instanceof HTMLElement) || element === place || covered.has(element) || element.inert) continue;
        covered.add(element);
        element.inert = true;
        element.style.setProperty('visibility', 'hidden', 'important');
        element.style.setProperty('content-visibility', 'hidden');
      }
    };
    const watch = new MutationObserver(cover);
    document.body.append(place);
    cover();
    watch.observe(document.body, { childList: true });
    place.querySelector<HTMLElement>('input, button')?.focus();
    // A patient's name may stand in it.
    document.title = 'Keel';
    return () => {
      watch.disconnect();
      for (const element of covered) {
        element.inert = false;
        element.style.removeProperty('visibility');
        element.style.removeProperty('content-visibility');
      }
      document.title = title;
      place.remove();
      // Back to where it was typed, once the page is drawn again.
      setTimeout(() => activeElement instanceof HTMLElement && activeElement.focus({ preventScroll: true }));
    };
  }, [place]);
  return place;
}
