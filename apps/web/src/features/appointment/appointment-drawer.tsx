import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyDrawer } from '../../ui/lazy-drawer.js';

const AppointmentPanel = lazyDrawer(() => import('./appointment-panel.js').then((module) => ({ default: module.AppointmentPanel })));

/** The panel of the appointment that the address names, on whichever page of the staff. */
export function AppointmentDrawer() {
  const { appointment } = useSearch({ from: '/staff' });
  const navigate = useNavigate();
  if (!appointment) return null;
  // Replaced, so that going back does not open again what was just closed; it has asked already whether it may.
  const close = () => void navigate({ to: '.', search: (now) => ({ ...now, appointment: undefined }), replace: true, ignoreBlocker: true });
  return (
    <Suspense fallback={null}>
      <AppointmentPanel id={appointment} onClose={close} />
    </Suspense>
  );
}
