/** From the second appointment on, a page asked for without a network is a readable one; see public/offline-worker.js. */
export function prepareForOffline(): void {
  // After the first paint has what it needs; a browser that refuses goes on without.
  addEventListener('load', () => void navigator.serviceWorker?.register('/offline-worker.js').catch(() => undefined));
}
