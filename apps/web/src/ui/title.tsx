import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** A page's heading, which is also the tab's title; takes the focus when it changes, so that it is read out. */
export function PageTitle({ children, text }: { children?: ReactNode; text: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  const shown = useRef(false);
  useEffect(() => {
    document.title = `${text} · Keel`;
    if (shown.current) ref.current?.focus();
    shown.current = true;
  }, [text]);
  return (
    <Title order={1} size="h2" textWrap="balance" ref={ref} tabIndex={-1}>
      {children ?? text}
    </Title>
  );
}
