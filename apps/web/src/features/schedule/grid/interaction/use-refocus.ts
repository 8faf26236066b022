import { type RefObject, useEffect, useRef } from 'react';

/**
 * An appointment that was moved by the keyboard keeps the focus where it goes, until something else is given it.
 * @returns says which appointment that is
 */
export function useRefocus(scroller: RefObject<HTMLElement | null>): (id: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const lose = ({ target }: Event) => {
      const card = target instanceof Element ? target.closest<HTMLElement>('[data-appointment]') : null;
      if (card?.dataset['appointment'] !== wanted.current) wanted.current = undefined;
    };
    document.addEventListener('focusin', lose);
    document.addEventListener('pointerdown', lose);
    return () => {
      document.removeEventListener('focusin', lose);
      document.removeEventListener('pointerdown', lose);
    };
  }, []);
  // After each drawing: in another column the card is another element, and the focus went with the old one.
  useEffect(() => {
    if (!wanted.current || document.activeElement !== document.body) return;
    scroller.current?.querySelector<HTMLElement>(`[data-appointment="${wanted.current}"]`)?.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
