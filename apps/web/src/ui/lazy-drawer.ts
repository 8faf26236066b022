import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** How long until a part is asked for again that could not be fetched; the network's return asks at once. */
const AGAIN_MS = 5000;

/**
 * A part that opens beside living work, such as a dialog. Where it cannot be fetched it is not there yet, and is asked for until it
 * comes: an error in its place would take the whole page with it, and what was typed there.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as React declares it
export function lazyDrawer<T extends ComponentType<any>>(load: () => Promise<{ default: T }>): LazyExoticComponent<T> {
  return lazy(() => untilFetched(load));
}

/** @returns what is loaded, however often it takes */
export async function untilFetched<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await anotherChance();
      await fetchStylesAgain();
    }
  }
}

function anotherChance(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, AGAIN_MS);
    addEventListener('online', go);
  });
}

/** The bundler asks for a part's styles once: those that did not come would be missing from it for good. */
async function fetchStylesAgain(): Promise<void> {
  const missing = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => sheet === null);
  for (const link of missing) {
    const again = link.cloneNode() as HTMLLinkElement;
    const settled = new Promise<boolean>((resolve) => {
      again.addEventListener('load', () => resolve(true));
      again.addEventListener('error', () => resolve(false));
    });
    link.replaceWith(again);
    if (!(await settled)) {
      await anotherChance();
      return fetchStylesAgain();
    }
  }
}
