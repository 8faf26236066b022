import { anotherChance } from '../i18n/another-chance.js';
import { part } from '../i18n/shelf.js';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

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
      return await part(load);
    } catch {
      await anotherChance();
      await fetchStylesAgain();
    }
  }
}

const isStyles = (target: EventTarget | null): target is HTMLLinkElement =>
  target instanceof HTMLLinkElement && target.rel === 'stylesheet';

/** Styles that did not come; those that are still on their way are somebody's who waits for exactly that element, and stay. */
const failed = new Set<HTMLLinkElement>();
document.addEventListener('error', ({ target }) => isStyles(target) && failed.add(target), true);

/** What fetches them again, once for all the parts that wait for it. */
let underWay: Promise<void> | undefined;

/** The bundler asks for a part's styles once: those that did not come would be missing from it for good. */
function fetchStylesAgain(): Promise<void> {
  underWay ??= untilAllCame().finally(() => (underWay = undefined));
  return underWay;
}

async function untilAllCame(): Promise<void> {
  while (failed.size > 0) {
    await Promise.all([...failed].map(fetchOnceMore));
    if (failed.size > 0) await anotherChance();
  }
}

function fetchOnceMore(link: HTMLLinkElement): Promise<void> {
  failed.delete(link);
  const again = link.cloneNode() as HTMLLinkElement;
  const settled = new Promise<void>((resolve) => {
    again.addEventListener('load', () => resolve());
    again.addEventListener('error', () => resolve());
  });
  link.replaceWith(again);
  return settled;
}
