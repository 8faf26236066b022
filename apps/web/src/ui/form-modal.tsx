import { Modal, type ModalProps } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { LeaveScope, useLeave } from './leave-scope.js';
import { uiWords } from './ui-words.js';

type Props = Pick<ModalProps, 'title' | 'size' | 'styles' | 'children' | 'onClose'>;

/** A dialog to type in: Escape, the cross and a press beside it close it, but none of them loses what is typed. */
export function FormModal(props: Props) {
  return (
    <LeaveScope>
      <Scoped {...props} />
    </LeaveScope>
  );
}

function Scoped({ onClose, ...props }: Props) {
  const ui = useWords(uiWords);
  const leave = useLeave();
  return <Modal opened onClose={() => leave(onClose)} closeButtonProps={{ 'aria-label': ui('frame.close') }} {...props} />;
}
