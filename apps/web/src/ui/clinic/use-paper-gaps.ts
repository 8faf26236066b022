import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../format.js';
import { useSession } from '../../session/use-session.js';
import { clinicQuery } from '../../data/clinic.js';
import { locationsQuery } from '../../data/locations.js';
import { servicesQuery } from '../../data/services.js';
import { type About, chargedTaxes, paperGaps, type PaperGaps } from './paper-gaps.js';

/** What receipts lack, and the taxes that are charged; undefined until it is read. */
export function usePaperGaps(about?: About): (PaperGaps & { charged: string[] }) | undefined {
  const { clinic } = useSession();
  const format = useFormat();
  const details = useQuery(clinicQuery(clinic.id)).data;
  const services = useQuery(servicesQuery).data;
  const locations = useQuery(locationsQuery).data;
  if (!details || !services || !locations) return undefined;
  const facts = { clinic: details, services, locations, day: format.dateOf(new Date().toISOString()) };
  return { ...paperGaps(facts, about), charged: chargedTaxes(facts, about) };
}
