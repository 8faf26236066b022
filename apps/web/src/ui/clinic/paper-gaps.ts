import type { Country } from '@keel/contracts';
import { taxesOn, taxesWithoutNumber } from '@keel/money';
import type { Location } from '../../data/locations.js';
import type { Service } from '../../data/services.js';

/** What receipts should say and cannot, since nobody has entered it. */
export interface PaperGaps {
  /** Taxes that are charged, and for which the clinic has no number. */
  taxes: string[];
  /** Places without a full address, by name. */
  places: string[];
}

interface Facts {
  clinic: { country: Country; region: string; taxNumbers: Readonly<Record<string, string>> };
  services: readonly Pick<Service, 'id' | 'archived' | 'taxCode'>[];
  locations: readonly Pick<Location, 'id' | 'name' | 'active' | 'country' | 'region' | 'addressLine1' | 'city'>[];
  /** Civil day, since taxes change. */
  day: string;
}

/** An appointment or an invoice that it is about; its taxes where they are known, else those of its service. */
export interface About {
  locationId: string;
  serviceId?: string;
  taxes?: readonly string[];
}

/** The taxes that are charged: where the clinic works, where any service bears them. */
export function chargedTaxes({ clinic, services, locations, day }: Facts, about?: About): string[] {
  if (about?.taxes) return [...about.taxes];
  const taxed = services.some((one) => one.taxCode === 'taxable' && (about?.serviceId ? one.id === about.serviceId : !one.archived));
  if (!taxed) return [];
  return placesOf(locations, about).flatMap(({ country, region }) =>
    taxesOn(country ?? clinic.country, region ?? clinic.region, day).map(({ name }) => name),
  );
}

export function paperGaps(facts: Facts, about?: About): PaperGaps {
  return {
    taxes: taxesWithoutNumber(chargedTaxes(facts, about), facts.clinic.taxNumbers),
    places: placesOf(facts.locations, about)
      .filter(({ addressLine1, city }) => !addressLine1?.trim() || !city?.trim())
      .map(({ name }) => name),
  };
}

const placesOf = (locations: Facts['locations'], about?: About) =>
  locations.filter(({ id, active }) => (about ? id === about.locationId : active));
