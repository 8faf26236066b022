import { typedBy } from './typed-by.js';

it('makes a text of the keys that have a character, and leaves the others alone', () => {
  const keys = ['t', 'Shift', 'É', 'x', 'Backspace', ' ', 'Enter', '😀', 'Dead', 'ArrowDown'];
  expect(keys.reduce(typedBy, '')).toBe('tÉ 😀');
});

it('takes back a whole character, and nothing from nothing', () => {
  expect(typedBy('a😀', 'Backspace')).toBe('a');
  expect(typedBy('', 'Backspace')).toBe('');
});
