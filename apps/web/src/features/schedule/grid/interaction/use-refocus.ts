import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus back to a visit that was moved by the keyboard, when it stands in another place. @returns which one */
export function useRefocus(scroller: RefObject<HTMLElement | null>, drawn: unknown): (id: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (!wanted.current || document.activeElement !== document.body) return;
    const card = scroller.current?.querySelector<HTMLElement>(`[data-visit="${wanted.current}"]`);
    if (!card) return;
    card.focus();
    wanted.current = undefined;
  }, [scroller, drawn]);
  return (id) => {
    wanted.current = id;
  };
}
