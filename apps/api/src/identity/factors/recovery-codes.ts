import { createHash, randomInt } from 'node:crypto';

/** Crockford's base32: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 7;
const GROUP = 4;
export const RECOVERY_CODES = 10;

/** Ten codes of 140 random bits each: enough that a plain hash of one is no help in finding it (ASVS 5.0, 6.5.2 and 11.5.1). */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-'),
  );
}

/** The hash of a code as it is kept, however it was typed: spaces, hyphens, small letters, O for 0, I and L for 1. */
export function hashRecoveryCode(code: string): Buffer {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(`recovery code ${plain}`).digest();
}
