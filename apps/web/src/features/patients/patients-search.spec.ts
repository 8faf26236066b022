import fc from 'fast-check';
import { readPatientsSearch } from './patients-search.js';

describe('what the list of patients shows', () => {
  it('is read back as it was written', () => {
    const search = { q: 'gagné 416', archived: true, sort: '-lastName', tag: 'wsib' } as const;
    expect(readPatientsSearch(search)).toEqual(search);
    expect(readPatientsSearch({ q: 4165550123 })).toEqual({ q: '4165550123' });
  });

  it('leaves out whatever makes no sense, and never fails', () => {
    expect(readPatientsSearch({ q: '  ', archived: 'yes', sort: 'phone', tag: 3 })).toEqual({});
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => void readPatientsSearch(search)));
  });
});
