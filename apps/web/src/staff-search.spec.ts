import fc from 'fast-check';
import { readStaffSearch } from './staff-search.js';

const ID = '01a20c18-d04d-7b54-b9c3-de9255139964';

describe('what is open beside a page', () => {
  it('is read back as it was written', () => {
    const book = { patientId: ID, start: '2026-12-01T14:00:00Z', durationMinutes: 45, day: '2026-12-01' };
    expect(readStaffSearch({ appointment: ID, book })).toEqual({ appointment: ID, book });
    expect(readStaffSearch({ book: {} })).toEqual({ book: {} });
  });

  it('leaves out whatever makes no sense, and never fails', () => {
    expect(readStaffSearch({ appointment: 'x', book: { patientId: '1', start: 'soon', durationMinutes: -5, day: '2026-13-01' } })).toEqual({
      book: {},
    });
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => void readStaffSearch(search)));
  });
});
