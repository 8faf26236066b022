import { randomBytes } from 'node:crypto';
import { mailboxHash } from './number-hashes.js';

const key = randomBytes(32);
const same = (one: string, other: string) => mailboxHash(key, one).equals(mailboxHash(key, other));

describe('a mailbox is counted as one', () => {
  it.each([
    ['zoe@example.com', 'ZOE@Example.com'],
    ['zoe@example.com', 'zoe+appointments@example.com'],
    ['zoe+a@example.com', 'zoe+b+c@example.com'],
    ['z.o.e@gmail.com', 'zoe+x@gmail.com'],
  ])('%s and %s', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  it.each([
    ['zoe@example.com', 'zo.e@example.com'],
    ['zoe@example.com', 'zoe@example.org'],
    ['+a@example.com', '+b@example.com'],
  ])('but not %s and %s', (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});
