import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyBeside } from '../../ui/lazy-beside.js';

const VisitPanel = lazyBeside(() => import('./visit-panel.js').then((module) => ({ default: module.VisitPanel })));

/** The panel of the visit that the address names, on whichever page of the staff. */
export function VisitBeside() {
  const { visit } = useSearch({ from: '/staff' });
  const navigate = useNavigate();
  if (!visit) return null;
  // Replaced, so that going back does not open again what was just closed; it has asked already whether it may.
  const close = () => void navigate({ to: '.', search: (now) => ({ ...now, visit: undefined }), replace: true, ignoreBlocker: true });
  return (
    <Suspense fallback={null}>
      <VisitPanel id={visit} onClose={close} />
    </Suspense>
  );
}
