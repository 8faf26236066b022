interface Address {
  addressLine1: string | null;
  city: string | null;
  postalCode: string | null;
  region: string | null;
}

const PARTS = ['addressLine1', 'city', 'postalCode', 'region'] as const;

const folded = (text: string | null): string =>
  (text ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Where a place is, however it is spelled: as it is compared, never as it is shown. */
export const addressKey = (address: Address): string => PARTS.map((part) => folded(address[part])).join('|');

/**
 * Whether a place is elsewhere than was said: another street, city, postal code or province. What was left out and is filled in, or is spelled in
 * another way, sends nobody to a wrong door.
 */
export function isElsewhere(before: Address, after: Address): boolean {
  return PARTS.some((part) => {
    const [was, is] = [folded(before[part]), folded(after[part])];
    return was !== '' && is !== '' && was !== is;
  });
}
