import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Scrolls to a minute when other days come to be shown, and never while somebody looks at the same ones. */
export function useFirstScroll(scroller: RefObject<HTMLElement | null>, shown: string, pixels: () => number): void {
  const latest = useRef(pixels);
  latest.current = pixels;
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: latest.current() });
  }, [scroller, shown]);
}
