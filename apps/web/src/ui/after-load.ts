import { part } from '../i18n/shelf.js';

/** From the second load on, a page asked for without a network is a readable one; see public/offline-worker.js. */
function prepareForOffline(): void {
  // A browser that refuses goes on without.
  void navigator.serviceWorker?.register('/offline-worker.js').catch(() => undefined);
}

/** What waits until the first paint has what it needs; `page` is answered with this page as the newest Keel has it. */
export function afterLoad(page: string): void {
  addEventListener('load', () => {
    if (import.meta.env.PROD) prepareForOffline();
    // Nothing is pressed in the first moments; the page is there sooner without it.
    part(() => import('./later.js')).then(
      ({ startLater }) => startLater(page),
      // Without a network: the page goes on without it.
      () => undefined,
    );
  });
}
