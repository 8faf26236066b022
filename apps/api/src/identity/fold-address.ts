import type { Db } from '../platform/index.js';

/**
 * An address as the database compares it. JavaScript folds otherwise: "İ" is an i to citext, so that each spelling of one account
 * would be counted apart.
 */
export async function foldAddress(db: Db, email: string): Promise<string> {
  const address = email.trim();
  if (/^[ -~]*$/.test(address)) return address.toLowerCase();
  const [folded] = await db.definerFunction<{ lower: string }>('lower', [address]);
  return folded?.lower ?? address;
}
