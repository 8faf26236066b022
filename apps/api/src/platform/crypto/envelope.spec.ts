import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { openBytes, SealBrokenError, sealBytes } from './envelope.js';

const key = randomBytes(32);

describe('sealed bytes', () => {
  it('open to what was sealed, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const plain = Buffer.from(text, 'utf8');
        expect(openBytes(key, place, sealBytes(key, place, plain)).equals(plain)).toBe(true);
      }),
    );
  });

  it('do not open once any byte is changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, flip) => {
        const sealed = sealBytes(key, 'place', Buffer.from(text));
        const index = at % sealed.length;
        sealed[index] = (sealed[index] ?? 0) ^ flip;
        expect(() => openBytes(key, 'place', sealed)).toThrow(SealBrokenError);
      }),
    );
  });

  it('do not open in another place or with another key', () => {
    const sealed = sealBytes(key, 'clinic-a|note|body|1', Buffer.from('text'));
    expect(() => openBytes(key, 'clinic-b|note|body|1', sealed)).toThrow(SealBrokenError);
    expect(() => openBytes(randomBytes(32), 'clinic-a|note|body|1', sealed)).toThrow(SealBrokenError);
    expect(() => openBytes(key, 'clinic-a|note|body|1', Buffer.alloc(3))).toThrow(SealBrokenError);
  });
});
