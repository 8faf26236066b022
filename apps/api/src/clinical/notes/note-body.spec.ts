import fc from 'fast-check';
import { type NoteBody, sha256, type StoredBody, storedBody, verifiedHistory } from './note-body.js';

const NOTE = { id: 'note-1', patientId: 'patient-1' };

const words = fc.string({ unit: 'grapheme' });

/** A note signed, then added to any number of times. */
const history = fc.tuple(words, fc.array(words, { maxLength: 4 })).map(([first, addenda]) => {
  const stored: StoredBody[] = [];
  for (const [at, text] of [first, ...addenda].entries()) {
    const body: NoteBody = {
      noteId: NOTE.id,
      number: at + 1,
      kind: at === 0 ? 'signed' : 'addendum',
      patientId: NOTE.patientId,
      practitionerId: 'practitioner-1',
      appointmentId: null,
      templateId: 'template-1',
      templateVersion: 1,
      text,
      recordedBy: { type: 'user', id: 'user-1', name: 'Mara Member' },
      recordedAt: '2028-02-29T12:00:00.000Z',
      previousHash: stored.at(-1)?.hash.toString('hex') ?? null,
    };
    stored.push(storedBody(body));
  }
  return stored;
});

describe('the history of a note', () => {
  it('has the same hash where it says the same, and another where it does not', () => {
    fc.assert(fc.property(history, history, ([a], [b]) => expect(a?.text === b?.text).toBe(a && b && a.hash.equals(b.hash))));
  });

  it('is read back as it was signed', () => {
    fc.assert(
      fc.property(history, (stored) => {
        const bodies = verifiedHistory(NOTE, stored);
        expect(bodies.map((body) => storedBody(body))).toEqual(stored);
      }),
    );
  });

  it('is refused when any character of it was changed', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), (stored, step, place) => {
        const tampered = stored.map((one) => ({ ...one }));
        const victim = tampered[step % tampered.length];
        if (!victim) return;
        const at = place % victim.text.length;
        victim.text = `${victim.text.slice(0, at)}\u2620${victim.text.slice(at + 1)}`;
        expect(() => verifiedHistory(NOTE, tampered)).toThrow('not as it was signed');
      }),
    );
  });

  it('is refused when text and hash were both replaced, since the next step knows the old hash', () => {
    fc.assert(
      fc.property(history, (stored) => {
        fc.pre(stored.length > 1);
        const [first, ...rest] = stored;
        const text = first?.text.replace('Mara', 'Mora') ?? '';
        expect(() => verifiedHistory(NOTE, [{ text, hash: sha256(text) }, ...rest])).toThrow('not as it was signed');
      }),
    );
  });

  it('is refused with a step missing, in another order, or under another note or patient', () => {
    fc.assert(
      fc.property(history, (stored) => {
        expect(() => verifiedHistory({ ...NOTE, patientId: 'patient-2' }, stored)).toThrow('not as it was signed');
        expect(() => verifiedHistory({ ...NOTE, id: 'note-2' }, stored)).toThrow('not as it was signed');
        fc.pre(stored.length > 1);
        expect(() => verifiedHistory(NOTE, stored.slice(1))).toThrow('not as it was signed');
        expect(() => verifiedHistory(NOTE, [...stored].reverse())).toThrow('not as it was signed');
      }),
    );
  });
});
