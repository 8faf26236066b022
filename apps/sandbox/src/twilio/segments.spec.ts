import { segments } from './segments.ts';

describe('the number of SMS a body is billed as', () => {
  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1], // each takes an escape
    ['€'.repeat(81), 2],
    ['é'.repeat(160), 1], // é is GSM, ê is not
    ['ê'.repeat(70), 1],
    ['ê'.repeat(71), 2],
    ['👋'.repeat(35), 1], // two UTF-16 units each
    ['👋'.repeat(36), 2],
  ])('counts %p', (body, expected) => expect(segments(body)).toBe(expected));
});
