import { randomBytes } from 'node:crypto';
import { SealBrokenError } from './envelope.js';
import { type KeptKey, PatientKeys } from './patient-keys.js';
import { RecordsDestroyedProblem } from './records-destroyed.js';

const CLINIC = 'clinic';
const clinicKey = randomBytes(32);
const idOf = (number: number) => `0199a8b0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [ANNE, BEA] = [idOf(100_001), idOf(100_002)];

/** A table of keys that counts how often it is asked, and a clock that stands still until it is moved. */
function kept() {
  const rows = new Map<string, KeptKey>();
  const seen = { asked: 0, now: 0 };
  const keys = new PatientKeys(
    async (_, patientId, fresh) => {
      seen.asked++;
      if (!rows.has(patientId) && fresh) rows.set(patientId, { wrapped: fresh });
      return rows.get(patientId);
    },
    () => seen.now,
  );
  return { rows, seen, keys };
}

describe('the keys of patients in memory', () => {
  it('are asked for once, and again after a while: one that was destroyed ends then', async () => {
    const { rows, seen, keys } = kept();
    const key = await keys.toSeal(CLINIC, clinicKey, ANNE);
    for (let look = 0; look < 10; look++) expect((await keys.toOpen(CLINIC, clinicKey, ANNE)).equals(key)).toBe(true);
    expect(seen.asked).toBe(1);
    rows.set(ANNE, { wrapped: null });
    seen.now += 299_999;
    await keys.toOpen(CLINIC, clinicKey, ANNE);
    seen.now += 1;
    await expect(keys.toOpen(CLINIC, clinicKey, ANNE)).rejects.toThrow(RecordsDestroyedProblem);
    await expect(keys.toSeal(CLINIC, clinicKey, ANNE)).rejects.toThrow(RecordsDestroyedProblem);
  });

  it('are asked for once by all who want the same one at once, and again after a failure', async () => {
    const { rows, seen, keys } = kept();
    await expect(Promise.all([1, 2, 3].map(() => keys.toOpen(CLINIC, clinicKey, ANNE)))).rejects.toThrow(SealBrokenError);
    expect(seen.asked).toBe(1);
    const made = await Promise.all([1, 2, 3].map(() => keys.toSeal(CLINIC, clinicKey, ANNE)));
    expect([seen.asked, rows.size, new Set(made).size]).toEqual([2, 1, 1]);
  });

  it('are never made for what is to be opened', async () => {
    const { rows, keys } = kept();
    await expect(keys.toOpen(CLINIC, clinicKey, ANNE)).rejects.toThrow(SealBrokenError);
    expect(rows.size).toBe(0);
  });

  it('are a bounded number, of those who were seen last', async () => {
    const { seen, keys } = kept();
    await keys.toSeal(CLINIC, clinicKey, ANNE);
    await keys.toSeal(CLINIC, clinicKey, BEA);
    for (let other = 0; other < 9_999; other++) {
      await keys.toSeal(CLINIC, clinicKey, idOf(other));
      await keys.toOpen(CLINIC, clinicKey, ANNE);
    }
    expect(seen.asked).toBe(10_001);
    await keys.toOpen(CLINIC, clinicKey, ANNE);
    expect(seen.asked).toBe(10_001);
    await keys.toOpen(CLINIC, clinicKey, BEA);
    expect(seen.asked).toBe(10_002);
  });
});
