import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from './use-page-title.js';

/** A page's heading, which is also the tab's title. */
export function PageTitle({ children, text }: { children?: ReactNode; text: string }) {
  const ref = usePageTitle(text);
  return (
    <Title order={1} size="h2" textWrap="balance" ref={ref} tabIndex={-1}>
      {children ?? text}
    </Title>
  );
}
