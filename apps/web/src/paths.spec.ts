import fc from 'fast-check';
import { paths } from './paths.js';

describe('addresses', () => {
  it('are the ones that messages and the API use', () => {
    expect(paths.link('abc_-1')).toBe('/l/abc_-1');
    expect(paths.invitation('t')).toBe('/invitation/t');
    expect(paths.passwordReset('t')).toBe('/password-reset/t');
  });

  it('keep whatever stands for a token in its own segment', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((token) => token.isWellFormed()),
        (token) => {
          for (const build of [paths.link, paths.invitation, paths.passwordReset]) {
            const { pathname, search, hash } = new URL(`http://x${build(`t${token}`)}`);
            expect(pathname.split('/')).toHaveLength(3);
            expect(search + hash).toBe('');
          }
        },
      ),
    );
  });
});
