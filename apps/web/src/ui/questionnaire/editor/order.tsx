import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words.js';
import { editorWords } from './editor-words.js';

interface OrderProps {
  what: string;
  at: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  removeLabel: string;
  /** Why the only one cannot go. */
  onlyReason: string;
}

/** Up, down, away. */
export function Order({ what, at, count, onMove, onRemove, removeLabel, onlyReason }: OrderProps) {
  const t = useWords(editorWords);
  const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
  const button = { variant: 'subtle', color: 'gray', size: 28 } as const;
  return (
    <>
      <ActionIcon {...button} disabled={at === 0} aria-label={t('up', { what })} onClick={() => onMove(-1)}>
        <IconArrowUp {...icon} />
      </ActionIcon>
      <ActionIcon {...button} disabled={at === count - 1} aria-label={t('down', { what })} onClick={() => onMove(1)}>
        <IconArrowDown {...icon} />
      </ActionIcon>
      <ActionIcon
        {...button}
        disabled={count === 1}
        title={count === 1 ? onlyReason : undefined}
        aria-label={removeLabel}
        onClick={onRemove}
      >
        <IconTrash {...icon} />
      </ActionIcon>
    </>
  );
}
