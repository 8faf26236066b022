import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './tone-badge.module.css';

/** Colour only where it means something: amber needs doing, red is money or safety at risk, green went well. */
export type Tone = 'red' | 'amber' | 'green' | 'grey';

/** How something stands, in a word. */
export function ToneBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge classNames={{ root: classes['badge'] ?? '' }} data-tone={tone} miw="max-content">
      {children}
    </Badge>
  );
}
