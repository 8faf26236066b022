import { Drawer } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import type { BookSearch } from '../../staff-search.js';
import { LeaveScope, useLeave } from '../../ui/leave-scope.js';
import { uiWords } from '../../ui/ui-words.js';
import { BookingForm } from './booking-form.js';
import { bookingWords } from './booking-words.js';

interface Props {
  book: BookSearch;
  onClose: () => void;
}

/** The booking form at the right, over whatever page it was opened from. */
export function BookingPanel(props: Props) {
  return (
    <LeaveScope>
      <Scoped {...props} />
    </LeaveScope>
  );
}

function Scoped({ book, onClose }: Props) {
  const t = useWords(bookingWords);
  const ui = useWords(uiWords);
  const leave = useLeave();
  return (
    <Drawer
      opened
      onClose={() => leave(onClose)}
      position="right"
      lockScroll={false}
      size={440}
      title={t('title')}
      overlayProps={{ backgroundOpacity: 0.25 }}
      closeButtonProps={{ 'aria-label': ui('frame.close') }}
      styles={{ title: { fontWeight: 650, fontSize: 17 } }}
      transitionProps={{ duration: 120 }}
    >
      <BookingForm book={book} onDone={onClose} />
    </Drawer>
  );
}
