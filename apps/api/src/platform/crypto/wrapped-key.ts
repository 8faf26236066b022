import { createHmac, randomBytes } from 'node:crypto';
import { openBytes, SealBrokenError, sealBytes } from './envelope.js';

const KEY_BYTES = 32;
const aad = (clinicId: string): string => `${clinicId}|clinic_key|wrapped`;
const patientAad = (clinicId: string, patientId: string): string => `${clinicId}|patient_key|wrapped|${patientId}`;

/** A new data key of a clinic, 32 random bytes, wrapped by the master key. */
export function wrapNewKey(masterKey: Buffer, clinicId: string): Buffer {
  return sealBytes(masterKey, aad(clinicId), randomBytes(KEY_BYTES));
}

/** @throws SealBrokenError where another master key wrapped it, or it is another clinic's. */
export function unwrapKey(masterKey: Buffer, clinicId: string, wrapped: Buffer): Buffer {
  return openBytes(masterKey, aad(clinicId), wrapped);
}

/** A new key of a patient, 32 random bytes, wrapped by the data key of the clinic. */
export function wrapNewPatientKey(clinicKey: Buffer, clinicId: string, patientId: string): Buffer {
  return sealBytes(clinicKey, patientAad(clinicId, patientId), randomBytes(KEY_BYTES));
}

/** @throws SealBrokenError where another clinic's key wrapped it, or it is another patient's. */
export function unwrapPatientKey(clinicKey: Buffer, clinicId: string, patientId: string, wrapped: Buffer): Buffer {
  return openBytes(clinicKey, patientAad(clinicId, patientId), wrapped);
}

export function opensWrapped(masterKey: Buffer, clinicId: string, wrapped: Buffer): boolean {
  try {
    unwrapKey(masterKey, clinicId, wrapped);
    return true;
  } catch (error) {
    if (error instanceof SealBrokenError) return false;
    throw error;
  }
}

/** 32 bytes that tell a master key apart from every other, and nothing of it (HMAC-SHA-256 of a fixed text). */
export function masterKeyCheck(masterKey: Buffer): Buffer {
  return createHmac('sha256', masterKey).update('keel installation').digest();
}

/** The same data key, wrapped by another master key. @throws SealBrokenError where `from` did not wrap it */
export function rewrapKey(from: Buffer, to: Buffer, clinicId: string, wrapped: Buffer): Buffer {
  return sealBytes(to, aad(clinicId), unwrapKey(from, clinicId, wrapped));
}
