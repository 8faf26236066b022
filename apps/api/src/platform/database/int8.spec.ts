import { readInt8 } from './int8.js';

describe('a bigint of the database', () => {
  it('is read to the last digit, or not at all', () => {
    for (const value of [0, -1, 2 ** 31, -(2 ** 40), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      expect(readInt8(String(value))).toBe(value);
    }
    expect(() => readInt8('9007199254740992')).toThrow(RangeError);
    expect(() => readInt8('-9223372036854775808')).toThrow(RangeError);
  });
});
