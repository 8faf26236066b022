import { Suspense } from 'react';
import { lazyDrawer } from '../lazy-drawer.js';

const PayDialog = lazyDrawer(() => import('./pay-dialog.js').then((module) => ({ default: module.PayDialog })));

/** The payment form of this invoice, fetched when it is first opened; nothing without an invoice. */
export function LazyPayDialog({ invoiceId, onClose }: { invoiceId: string | undefined; onClose: () => void }) {
  return <Suspense fallback={null}>{invoiceId && <PayDialog invoiceId={invoiceId} onClose={onClose} />}</Suspense>;
}
