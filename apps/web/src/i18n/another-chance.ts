/** How long until something is asked for again that could not be fetched; the network's return asks at once. */
const AGAIN_MS = 5000;

export function anotherChance(): Promise<void> {
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
