import { readablePhone } from './phone.js';

it('writes a number as people here read it', () => {
  expect(readablePhone('+14165550123')).toBe('416\u00a0555-0123');
  expect(readablePhone('+33612345678')).toBe('+33612345678');
});
