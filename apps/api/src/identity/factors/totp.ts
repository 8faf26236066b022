import { generateSecret, generateURI, verifySync } from 'otplib';

/** A clock that is up to this far off, either way, is still believed. */
const TOLERANCE_SECONDS = 30;

/** 160 random bits in base32, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** What an authenticator app reads from a QR code. */
export function otpauthUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Keel', label: email, secret });
}

/** The time step (30 seconds since 1970, RFC 6238) that a code of six digits belongs to at `at`, or undefined where it is wrong. */
export function totpStep(secret: string, code: string, at: Date): number | undefined {
  const token = code.replaceAll(' ', '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const result = verifySync({ secret, token, epoch: Math.floor(at.getTime() / 1000), epochTolerance: TOLERANCE_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
