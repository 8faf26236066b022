import { keysOf } from './keys-of.js';

it('names keys as they are printed on a keyboard', () => {
  expect(keysOf('Ctrl+k')).toEqual(['Ctrl', 'K']);
  expect(keysOf('Shift+P')).toEqual(['Shift', 'P']);
  expect(keysOf('?')).toEqual(['?']);
  expect(keysOf('ArrowLeft')).toEqual(['←']);
  expect(keysOf('+')).toEqual(['+']);
});
