import { type RefObject, useEffect, useRef } from 'react';

/** Makes a heading the tab's title too; when it changes it takes the focus, so that it is read out. */
export function usePageTitle(text: string): RefObject<HTMLHeadingElement | null> {
  const ref = useRef<HTMLHeadingElement>(null);
  const shown = useRef(false);
  useEffect(() => {
    document.title = `${text} · Keel`;
    if (shown.current) ref.current?.focus();
    shown.current = true;
  }, [text]);
  return ref;
}
