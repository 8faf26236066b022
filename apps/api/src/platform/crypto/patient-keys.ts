import { assertPatientId, SealBrokenError } from './envelope.js';
import { RecordsDestroyedProblem } from './records-destroyed.js';
import { unwrapPatientKey, wrapNewPatientKey } from './wrapped-key.js';

/** As the database keeps it; without its bytes once it was destroyed. */
export interface KeptKey {
  wrapped: Buffer | null;
}

/** Asks the database for the key of a patient. Where there is none and never was, `fresh` is kept as theirs, if it is given. */
export type AskForKey = (clinicId: string, patientId: string, fresh: Buffer | null) => Promise<KeptKey | undefined>;

/** Of the patients who were seen last: about 3 MB. */
const MOST_KEPT = 10_000;
/** A key that was destroyed is used for so long at most by a process that had it in memory. */
const KEPT_FOR_MS = 5 * 60_000;

/** The keys of patients, unwrapped: those that were used last are kept in memory for a while, and asked for anew then. */
export class PatientKeys {
  /** By clinic and patient, in the order of their last use. */
  private readonly kept = new Map<string, { key: Buffer; until: number }>();
  /** Questions that are not answered yet. */
  private readonly asked = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly ask: AskForKey,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** @throws RecordsDestroyedProblem */
  async toSeal(clinicId: string, clinicKey: Buffer, patientId: string): Promise<Buffer> {
    // A key that nothing can be sealed by would be kept for ever.
    assertPatientId(patientId);
    const fresh = () => wrapNewPatientKey(clinicKey, clinicId, patientId);
    return this.known(clinicId, patientId) ?? this.once('seal', clinicId, clinicKey, patientId, fresh);
  }

  /** Makes none: bytes that say they are of a patient without a key were never sealed. @throws SealBrokenError, RecordsDestroyedProblem */
  async toOpen(clinicId: string, clinicKey: Buffer, patientId: string): Promise<Buffer> {
    return this.known(clinicId, patientId) ?? this.once('open', clinicId, clinicKey, patientId, () => null);
  }

  /** What asks for the same key at once, as all steps of a note do, is one question. */
  private once(why: 'seal' | 'open', clinicId: string, clinicKey: Buffer, patientId: string, fresh: () => Buffer | null): Promise<Buffer> {
    const name = `${why} ${nameOf(clinicId, patientId)}`;
    const underWay = this.asked.get(name);
    if (underWay) return underWay;
    const asking = this.unwrapped(clinicId, clinicKey, patientId, fresh()).finally(() => this.asked.delete(name));
    this.asked.set(name, asking);
    return asking;
  }

  private known(clinicId: string, patientId: string): Buffer | undefined {
    const name = nameOf(clinicId, patientId);
    const found = this.kept.get(name);
    if (!found) return undefined;
    this.kept.delete(name);
    if (found.until <= this.clock()) return undefined;
    this.kept.set(name, found);
    return found.key;
  }

  private async unwrapped(clinicId: string, clinicKey: Buffer, patientId: string, fresh: Buffer | null): Promise<Buffer> {
    const until = this.clock() + KEPT_FOR_MS;
    const row = await this.ask(clinicId, patientId, fresh);
    if (!row) throw new SealBrokenError();
    if (!row.wrapped) throw new RecordsDestroyedProblem();
    const key = unwrapped(clinicKey, clinicId, patientId, row.wrapped);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size < MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    this.kept.set(nameOf(clinicId, patientId), { key, until });
    return key;
  }
}

const nameOf = (clinicId: string, patientId: string) => `${clinicId}|${patientId}`;

/** Once a key was bound to the id as the request spelled it, before what it should have sealed was refused; so nothing was sealed by it yet. */
function unwrapped(clinicKey: Buffer, clinicId: string, patientId: string, wrapped: Buffer): Buffer {
  try {
    return unwrapPatientKey(clinicKey, clinicId, patientId, wrapped);
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error;
    return unwrapPatientKey(clinicKey, clinicId, patientId.toUpperCase(), wrapped);
  }
}
