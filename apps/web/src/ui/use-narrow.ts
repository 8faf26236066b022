import { useSyncExternalStore } from 'react';

/** As wide as the frame's own step to a phone. */
const PHONE = '(max-width: 640px)';

function subscribe(listener: () => void): () => void {
  const media = matchMedia(PHONE);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** True on a screen as wide as a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches);
