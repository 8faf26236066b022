import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** A word about a record, beside its name; `quiet` for what is out of the way. */
export function Tag({ quiet = false, children }: { quiet?: boolean; children: ReactNode }) {
  return (
    <Badge variant="light" tt="none" {...(quiet && { color: 'gray' })} styles={{ label: { overflow: 'visible' } }}>
      {children}
    </Badge>
  );
}
