import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../ui/format.js';
import { usePrivacy } from '../../ui/privacy.js';
import { practitionersQuery } from '../clinic/clinic.queries.js';
import { useSession } from '../session/use-session.js';
import type { Invoice } from './billing.queries.js';

type Printed = NonNullable<Invoice['printed']>;

/** What an invoice says about people and places: as at issue, or as they are today while it is a draft. */
export function usePrinted(invoice: Invoice): Printed {
  const { clinic } = useSession();
  const format = useFormat();
  const { hidden } = usePrivacy();
  const isDraft = invoice.printed === null;
  const practitioners = useQuery({ ...practitionersQuery, enabled: isDraft });
  const name = format.name(invoice.patient);
  if (invoice.printed) return hidden ? { ...invoice.printed, patientName: name } : invoice.printed;
  const by = practitioners.data?.find(({ id }) => id === invoice.practitionerId);
  return {
    clinic: { name: clinic.name, phone: null, email: null, taxNumbers: {} },
    location: { name: '', lines: [] },
    patientName: name,
    practitioner: {
      name: invoice.practitioner.displayName,
      title: by?.title ?? '',
      college: by?.college ?? null,
      registrationNumber: by?.registrationNumber ?? '',
    },
    visit: null,
  };
}
