import { useFormat } from '../../ui/format.js';
import { usePrivacy } from '../../ui/privacy.js';
import type { Invoice } from '../../data/invoices.js';

/** What an invoice says about people and places: as at issue, or as they are today while it is a draft. */
export function usePrinted({ printed, patient }: Invoice): Invoice['printed'] {
  const format = useFormat();
  const { hidden } = usePrivacy();
  return hidden ? { ...printed, patientName: format.name(patient) } : printed;
}
