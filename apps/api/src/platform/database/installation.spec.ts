import { versionFault } from './installation.check.js';

it('finds nothing wrong with the same migrations in any order', () => {
  expect(versionFault(['B2', 'A1'], ['A1', 'B2'])).toBeUndefined();
});

it('names what is missing, the first three of many', () => {
  expect(versionFault(['A1'], ['A1', 'B2'])).toMatch(/lacks B2\)/);
  expect(versionFault([], ['A1', 'B2', 'C3', 'D4', 'E5'])).toMatch(/lacks A1, B2, C3 and 2 more\)/);
});

it('calls a database newer that knows more, even where it lacks something too', () => {
  expect(versionFault(['A1', 'Z9'], ['A1', 'B2'])).toMatch(/newer Keel \(it has Z9\)/);
});
