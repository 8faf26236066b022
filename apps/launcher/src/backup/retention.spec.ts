import { superfluous } from './retention.ts';

const bases = (text: string) => [...text].map((letter, n) => ({ id: String(n), verified: letter === 'v' }));

describe('what goes of old backups', () => {
  it.each([
    ['vvvv', 2, ['0', '1']],
    ['vv', 2, []],
    // One that was not verified counts for nothing, and takes nobody's place.
    ['vvxx', 1, ['0']],
    ['vxvx', 1, ['0', '1']],
    ['xxxx', 1, []],
    ['', 1, []],
  ])('of %s, keeping %i verified ones, is %j', (text, keep, gone) => {
    expect(superfluous(bases(text), keep)).toEqual(gone);
  });
});
