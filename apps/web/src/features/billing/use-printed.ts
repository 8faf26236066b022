import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../ui/format.js';
import { usePrivacy } from '../../ui/privacy.js';
import { clinicQuery, type Location, locationsQuery, practitionersQuery } from '../clinic/clinic.queries.js';
import { useSession } from '../session/use-session.js';
import { visitQuery } from '../visit/visit.queries.js';
import type { Invoice } from './billing.queries.js';

type Printed = NonNullable<Invoice['printed']>;

/** What an invoice says about people and places: as at issue, or as they are today while it is a draft. */
export function usePrinted(invoice: Invoice): Printed {
  const { clinic } = useSession();
  const format = useFormat();
  const { hidden } = usePrivacy();
  const isDraft = invoice.printed === null;
  const practitioners = useQuery({ ...practitionersQuery, enabled: isDraft });
  const details = useQuery({ ...clinicQuery(clinic.id), enabled: isDraft }).data;
  const locations = useQuery({ ...locationsQuery, enabled: isDraft }).data;
  const visitId = invoice.appointmentId;
  const visit = useQuery({ ...visitQuery(visitId ?? ''), enabled: isDraft && visitId !== null }).data;
  const name = format.name(invoice.patient);
  if (invoice.printed) return hidden ? { ...invoice.printed, patientName: name } : invoice.printed;
  const by = practitioners.data?.find(({ id }) => id === invoice.practitionerId);
  return {
    clinic: {
      name: details?.name ?? clinic.name,
      phone: details?.phone ?? null,
      email: details?.email ?? null,
      taxNumbers: details?.taxNumbers ?? {},
    },
    location: printedPlace(locations ?? [], visitId === null ? null : visit?.locationId),
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

/** The place of the visit; without a visit the clinic's first one, as at issue. Nothing while the visit is being read. */
export function printedPlace(locations: readonly Location[], visitAt: string | null | undefined): Printed['location'] {
  const first = [...locations].filter(({ active }) => active).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  const place = visitAt === null ? first : locations.find(({ id }) => id === visitAt);
  if (!place) return { name: '', lines: [] };
  const town = [place.city, place.region, place.postalCode].filter(Boolean).join(' ');
  return { name: place.name, lines: [place.addressLine1, place.addressLine2, town].filter((line): line is string => Boolean(line)) };
}
