import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

const DIGITS = 6;

export const newCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Keyed, because six digits are guessed from a plain hash by counting; and bound to the account and the address that it was mailed to. */
export function codeHash(masterKey: Buffer, { userId, email }: { userId: string; email: string }, code: string): Buffer {
  return createHmac('sha256', masterKey).update(`address-proof|${userId}|${code}|${email.toLowerCase()}`).digest();
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
