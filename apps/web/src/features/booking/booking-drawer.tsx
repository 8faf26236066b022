import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import type { BookSearch } from '../../staff-search.js';
import { uiWords } from '../../ui/ui-words.js';
import { BookingForm } from './booking-form.js';
import { bookingWords } from './booking-words.js';

/** The booking form at the right, over whatever page it was opened from. */
export function BookingDrawer({ book, onClose }: { book: BookSearch; onClose: () => void }) {
  const t = useWords(bookingWords);
  const ui = useWords(uiWords);
  const [typed, setTyped] = useState(false);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      lockScroll={false}
      size={440}
      title={t('title')}
      // A slip of the mouse loses nothing that was typed.
      closeOnClickOutside={!typed}
      overlayProps={{ backgroundOpacity: 0.25 }}
      closeButtonProps={{ 'aria-label': ui('frame.close') }}
      styles={{ title: { fontWeight: 650, fontSize: 17 } }}
      transitionProps={{ duration: 120 }}
    >
      <BookingForm book={book} onDone={onClose} onTyped={() => setTyped(true)} />
    </Drawer>
  );
}
