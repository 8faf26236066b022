import { useEffect, useRef } from 'react';
import { typedBy } from '../../ui/typed-by.js';

interface Ahead {
  onTyped: (change: (typed: string) => string) => void;
  onEscape: () => void;
}

/** Hears the keyboard from the key that opens the palette until its field has the focus: a quick hand does not wait for it. */
export function useTypeAhead(opened: boolean, ahead: Ahead): void {
  const latest = useRef(ahead);
  useEffect(() => {
    latest.current = ahead;
  });
  useEffect(() => {
    if (!opened) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.activeElement?.closest('[data-palette]')) return;
      // Not a letter of it is the page's, whose shortcuts are letters too.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') latest.current.onEscape();
      else latest.current.onTyped((typed) => typedBy(typed, event.key));
    };
    document.addEventListener('keydown', hear, { capture: true });
    return () => document.removeEventListener('keydown', hear, { capture: true });
  }, [opened]);
}
