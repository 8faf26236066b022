import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Sealed by a key that whoever opens it knows: the clinic's, or the master key. */
const VERSION = 1;
/** Sealed by the key of a patient, whose id stands behind the version. */
const VERSION_OF_PATIENT = 2;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 16;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Thrown where sealed bytes were changed, moved to another row, or belong to another key. */
export class SealBrokenError extends Error {
  constructor() {
    super('Sealed bytes do not open: they were changed, moved, or sealed with another key');
  }
}

/** AES-256-GCM (NIST SP 800-38D): version, 12-byte IV, 16-byte tag, ciphertext. `key` is 32 bytes; `aad` binds the place. */
export function sealBytes(key: Buffer, aad: string, plaintext: Buffer): Buffer {
  return seal(Buffer.from([VERSION]), key, aad, plaintext);
}

/** @throws SealBrokenError */
export function openBytes(key: Buffer, aad: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION) throw new SealBrokenError();
  return open(1, key, aad, sealed);
}

/** The same by the key of a patient, with the patient's id, a UUID, between version and IV. It is bound as the place is. */
export function sealForPatient(patientId: string, key: Buffer, aad: string, plaintext: Buffer): Buffer {
  return seal(headOf(patientId), key, boundTo(patientId, aad), plaintext);
}

/** @throws SealBrokenError where it is not this patient's too */
export function openForPatient(patientId: string, key: Buffer, aad: string, sealed: Buffer): Buffer {
  if (patientOf(sealed) !== patientId) throw new SealBrokenError();
  return open(1 + ID_BYTES, key, boundTo(patientId, aad), sealed);
}

/** Whose key sealed it; undefined where it was no patient's. As it is written there: only opening it proves that. */
export function patientOf(sealed: Buffer): string | undefined {
  if (sealed[0] !== VERSION_OF_PATIENT || sealed.length < 1 + ID_BYTES) return undefined;
  const hex = sealed.toString('hex', 1, 1 + ID_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function assertPatientId(patientId: string): void {
  if (!UUID.test(patientId)) throw new Error('The id of a patient is a UUID in small letters');
}

function headOf(patientId: string): Buffer {
  assertPatientId(patientId);
  return Buffer.concat([Buffer.from([VERSION_OF_PATIENT]), Buffer.from(patientId.replaceAll('-', ''), 'hex')]);
}

const boundTo = (patientId: string, aad: string) => `${aad}|${patientId}`;

function seal(head: Buffer, key: Buffer, aad: string, plaintext: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
}

/** `at` is where the IV begins. */
function open(at: number, key: Buffer, aad: string, sealed: Buffer): Buffer {
  const [tagAt, bodyAt] = [at + IV_BYTES, at + IV_BYTES + TAG_BYTES];
  if (sealed.length < bodyAt) throw new SealBrokenError();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(at, tagAt));
  decipher.setAAD(Buffer.from(aad, 'utf8'));
  decipher.setAuthTag(sealed.subarray(tagAt, bodyAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]);
  } catch {
    throw new SealBrokenError();
  }
}
