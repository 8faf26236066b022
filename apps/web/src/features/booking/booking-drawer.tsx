import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { FormToCome } from '../../ui/form-to-come.js';
import { lazyDrawer } from '../../ui/lazy-drawer.js';

const BookingPanel = lazyDrawer(() => import('./booking-panel.js').then((module) => ({ default: module.BookingPanel })));

/** The booking form while the address asks for it, above whichever page of the staff. */
export function BookingDrawer() {
  const { book } = useSearch({ from: '/staff' });
  const navigate = useNavigate();
  if (!book) return null;
  // Replaced, so that going back does not open again what was just closed; it has asked already whether it may.
  const close = () => void navigate({ to: '.', search: (now) => ({ ...now, book: undefined }), replace: true, ignoreBlocker: true });
  return (
    <Suspense fallback={<FormToCome />}>
      <BookingPanel key={JSON.stringify(book)} book={book} onClose={close} />
    </Suspense>
  );
}
