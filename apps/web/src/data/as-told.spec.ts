import { asTold, noteTelling } from './as-told.js';

const at = (version: number, id = 'v') => ({ id, version });

describe('the version of an appointment that somebody has seen', () => {
  it('goes on with what they said themselves of telling its patient, and with nothing else', () => {
    expect(asTold(at(5))).toEqual(at(5));
    noteTelling(at(5), at(6));
    noteTelling(at(6), at(7));
    expect(asTold(at(5))).toEqual(at(7));
    expect(asTold(at(5, 'other'))).toEqual(at(5, 'other'));
    // Somebody else made the eighth: what was seen before it is still the seventh.
    noteTelling(at(8), at(9));
    expect(asTold(at(5))).toEqual(at(7));
  });

  it('stays where a second press changed nothing', () => {
    noteTelling(at(3, 'twice'), at(3, 'twice'));
    expect(asTold(at(3, 'twice'))).toEqual(at(3, 'twice'));
  });
});
