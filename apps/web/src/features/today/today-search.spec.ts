import { readTodaySearch } from './today-search.js';

const ID = '0190a0b0-0000-7000-8000-000000000001';

it('reads of an address what it understands, and leaves out the rest', () => {
  expect(readTodaySearch({ day: '2026-12-01', of: ID, at: ID })).toEqual({ day: '2026-12-01', of: ID, at: ID });
  expect(readTodaySearch({ day: '2026-02-30', of: 'me', at: 7, other: true })).toEqual({});
});
