import type { Language } from '@keel/contracts';
import { typedPhone } from '../parts/phone.js';
import type { Location } from '../../../data/locations.js';

export interface LocationValues extends Record<string, unknown> {
  name: string;
  timeZone: string;
  addressLine1: string;
  addressLine2: string;
  city: string;
  region: string;
  postalCode: string;
  phone: string;
}

/** `locale` is the reader's: a phone is written as they type it. */
export const locationValues = (one: Location, locale: Language): LocationValues => ({
  name: one.name,
  timeZone: one.timeZone,
  addressLine1: one.addressLine1 ?? '',
  addressLine2: one.addressLine2 ?? '',
  city: one.city ?? '',
  region: one.region ?? '',
  postalCode: one.postalCode ?? '',
  phone: typedPhone(one, locale),
});

export const newLocation = (timeZone: string, region: string): LocationValues => ({
  name: '',
  timeZone,
  addressLine1: '',
  addressLine2: '',
  city: '',
  region,
  postalCode: '',
  phone: '',
});

type Sent = { name?: string; timeZone?: string } & Partial<
  Record<'addressLine1' | 'addressLine2' | 'city' | 'region' | 'postalCode' | 'phone', string | null>
>;

/** An emptied part of the address is none; the name and the zone are always something. */
export function toLocation(values: Partial<LocationValues>): Sent {
  const texts = Object.entries(values).map(([key, value]) => {
    const text = typeof value === 'string' ? value.trim() : '';
    return [key, text || (key === 'name' || key === 'timeZone' ? text : null)];
  });
  return Object.fromEntries(texts) as Sent;
}

/** On one line, as an envelope has it. */
export function addressOf({ addressLine1, addressLine2, city, region, postalCode }: Location): string {
  const place = [city, region].filter(Boolean).join(' ');
  return [addressLine1, addressLine2, [place, postalCode].filter(Boolean).join('  ')].filter(Boolean).join(', ');
}
