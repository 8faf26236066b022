import { Button, type ButtonProps } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { useLeave } from './leave-scope.js';
import { uiWords } from './ui-words.js';

interface Props extends Pick<ButtonProps, 'variant' | 'children'> {
  onCancel: () => void;
}

/** Gives up what was begun; where something is typed already, that may be a slip too. */
export function CancelButton({ onCancel, variant = 'default', children }: Props) {
  const ui = useWords(uiWords);
  const leave = useLeave();
  return (
    <Button variant={variant} onClick={() => leave(onCancel)}>
      {children ?? ui('frame.cancel')}
    </Button>
  );
}
