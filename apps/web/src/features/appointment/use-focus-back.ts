import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Moves the focus into a panel when it opens, and when it shows something else; when it closes, back to where it was, or
 * to the page where that is gone. @returns the panel's ref
 */
export function useFocusBack(shown: string, first: RefObject<HTMLElement | null>): (node: HTMLElement | null) => void {
  const panel = useRef<HTMLElement | null>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) opener.current = document.activeElement;
    first.current?.focus({ preventScroll: true });
  }, [shown, first]);
  useEffect(
    () => () => {
      const back =
        opener.current instanceof HTMLElement && opener.current.isConnected ? opener.current : document.getElementById('content');
      back?.focus({ preventScroll: true });
    },
    [],
  );
  return useCallback((node) => {
    panel.current = node;
  }, []);
}
