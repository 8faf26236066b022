import fc from 'fast-check';
import { alike } from '../../ui/forms/stale.js';
import { mergeValues } from './conflict.js';
import { bodyOf, emptyValues, type PatientValues } from './patient-values.js';

const before = { ...emptyValues({ locale: 'en', region: 'ON', country: 'CA' }, 'Zoé Roy'), phone: '1', email: 'a@b.ca' };

describe('a record that two people changed at once', () => {
  it('keeps what was typed, takes what only the other changed, and asks about the rest', () => {
    const mine = { ...before, phone: '2', preferredName: 'Zo' };
    const saved = { ...before, phone: '3', email: 'c@d.ca' };
    const { both, theirs, merged } = mergeValues(before, mine, saved);
    expect(both).toEqual(['phone']);
    expect(theirs).toEqual(['email']);
    expect(merged).toEqual({ ...mine, email: 'c@d.ca' });
  });

  it('asks nothing where both changed a field to the same', () => {
    expect(mergeValues(before, { ...before, tags: ['x'] }, { ...before, tags: ['x'] })).toMatchObject({ both: [], theirs: [] });
  });

  it('never loses a typed change, nor one of the other that does not touch it', () => {
    const change = fc.record(
      { phone: fc.constantFrom('1', '2', '3'), email: fc.constantFrom('', 'c@d.ca'), tags: fc.array(fc.constantFrom('x', 'y')) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, change, (my, their) => {
        const mine: PatientValues = { ...before, ...my };
        const saved: PatientValues = { ...before, ...their };
        const { both, theirs, merged } = mergeValues(before, mine, saved);
        const [was, typed, now, is] = [bodyOf(before), bodyOf(mine), bodyOf(saved), bodyOf(merged)];
        for (const field of ['phone', 'email', 'tags'] as const) {
          expect(is[field]).toEqual(alike(typed[field], was[field]) ? now[field] : typed[field]);
          if (both.includes(field)) expect(theirs).not.toContain(field);
        }
      }),
    );
  });
});
