import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { openBytes, openForPatient, patientOf, SealBrokenError, sealBytes, sealForPatient } from './envelope.js';
import { unwrapPatientKey, wrapNewPatientKey } from './wrapped-key.js';

const key = randomBytes(32);

describe('sealed bytes', () => {
  it('open to what was sealed, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const plain = Buffer.from(text, 'utf8');
        expect(openBytes(key, place, sealBytes(key, place, plain)).equals(plain)).toBe(true);
      }),
    );
  });

  it('do not open once any byte is changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, flip) => {
        const sealed = sealBytes(key, 'place', Buffer.from(text));
        const index = at % sealed.length;
        sealed[index] = (sealed[index] ?? 0) ^ flip;
        expect(() => openBytes(key, 'place', sealed)).toThrow(SealBrokenError);
      }),
    );
  });

  it('do not open in another place or with another key', () => {
    const sealed = sealBytes(key, 'clinic-a|note|body|1', Buffer.from('text'));
    expect(() => openBytes(key, 'clinic-b|note|body|1', sealed)).toThrow(SealBrokenError);
    expect(() => openBytes(randomBytes(32), 'clinic-a|note|body|1', sealed)).toThrow(SealBrokenError);
    expect(() => openBytes(key, 'clinic-a|note|body|1', Buffer.alloc(3))).toThrow(SealBrokenError);
  });
});

const ANNE = '0199a8b0-0000-7000-8000-0000000000aa';
const BEA = '0199a8b0-0000-7000-8000-0000000000bb';
const bytes = () => fc.uint8Array({ maxLength: 64 }).map((text) => Buffer.from(text));

describe('bytes that were sealed for a patient', () => {
  it('say for whom, and open to what was sealed, for any patient and text', () => {
    fc.assert(
      fc.property(fc.uuid(), bytes(), fc.string(), (patient, plain, place) => {
        const sealed = sealForPatient(patient, key, place, plain);
        expect(patientOf(sealed)).toBe(patient);
        expect(openForPatient(patient, key, place, sealed).equals(plain)).toBe(true);
      }),
    );
  });

  it('do not open once any byte is changed or cut off, the patient among them', () => {
    fc.assert(
      fc.property(bytes(), fc.nat(), fc.integer({ min: 1, max: 255 }), (plain, at, flip) => {
        const sealed = sealForPatient(ANNE, key, 'place', plain);
        const index = at % sealed.length;
        const cut = sealed.subarray(0, index);
        expect(() => openForPatient(ANNE, key, 'place', cut)).toThrow(SealBrokenError);
        sealed[index] = (sealed[index] ?? 0) ^ flip;
        for (const patient of [ANNE, patientOf(sealed) ?? ANNE])
          expect(() => openForPatient(patient, key, 'place', sealed)).toThrow(SealBrokenError);
      }),
    );
  });

  it('do not open for another patient, even by the same key, in another place, or by another key', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), bytes(), (patient, other, plain) => {
        fc.pre(patient !== other);
        const sealed = sealForPatient(patient, key, 'place', plain);
        expect(() => openForPatient(other, key, 'place', sealed)).toThrow(SealBrokenError);
        const relabelled = Buffer.concat([sealForPatient(other, key, 'place', plain).subarray(0, 17), sealed.subarray(17)]);
        expect(() => openForPatient(other, key, 'place', relabelled)).toThrow(SealBrokenError);
        expect(() => openForPatient(patient, key, 'elsewhere', sealed)).toThrow(SealBrokenError);
        expect(() => openForPatient(patient, randomBytes(32), 'place', sealed)).toThrow(SealBrokenError);
      }),
    );
  });

  it('are never taken for bytes of the clinic, nor these for bytes of a patient', () => {
    const [ofAnne, ofClinic] = [sealForPatient(ANNE, key, 'place', Buffer.from('text')), sealBytes(key, 'place', Buffer.from('text'))];
    expect(patientOf(ofClinic)).toBeUndefined();
    expect(patientOf(Buffer.from([2, 1]))).toBeUndefined();
    expect(() => openBytes(key, 'place', ofAnne)).toThrow(SealBrokenError);
    expect(() => openForPatient(ANNE, key, 'place', ofClinic)).toThrow(SealBrokenError);
    expect(() => sealForPatient('Anne', key, 'place', Buffer.from('text'))).toThrow(/UUID/);
  });
});

describe('the key of a patient', () => {
  it('is 32 bytes of its own, which only its clinic unwraps, and only for its patient', () => {
    const wrapped = wrapNewPatientKey(key, 'clinic-a', ANNE);
    expect(unwrapPatientKey(key, 'clinic-a', ANNE, wrapped)).toHaveLength(32);
    const another = unwrapPatientKey(key, 'clinic-a', BEA, wrapNewPatientKey(key, 'clinic-a', BEA));
    expect(another.equals(unwrapPatientKey(key, 'clinic-a', ANNE, wrapped))).toBe(false);
    expect(() => unwrapPatientKey(key, 'clinic-a', BEA, wrapped)).toThrow(SealBrokenError);
    expect(() => unwrapPatientKey(key, 'clinic-b', ANNE, wrapped)).toThrow(SealBrokenError);
    expect(() => unwrapPatientKey(randomBytes(32), 'clinic-a', ANNE, wrapped)).toThrow(SealBrokenError);
  });
});
