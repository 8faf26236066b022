import { masked } from './masked.js';

it.each([
  ['marie.tremblay@example.org', 'm•••@example.org'],
  ['m@example.org', 'm•••@example.org'],
  ['"a@b"@example.org', '"•••@example.org'],
  ['😀x@example.org', '😀•••@example.org'],
])('an address keeps its first character and its domain: %s', (address, seen) => {
  expect(masked(address)).toBe(seen);
});
