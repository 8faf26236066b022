import { SOLE_OWNER_AFTER_DAYS } from '@keel/contracts';

/** As SQL, of the membership `m`: an owner ceased to be one so lately that the one who remains is not yet the sole owner. */
export const ownedLately = (m: string): string => `coalesce(${m}.owned_until > now() - interval '${SOLE_OWNER_AFTER_DAYS} days', false)`;
