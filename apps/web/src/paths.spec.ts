import fc from 'fast-check';
import { apiPaths, paths } from './paths.js';

describe('addresses', () => {
  it('are the ones that messages and the API use', () => {
    expect(paths.link('abc_-1')).toBe('/l/abc_-1');
    expect(paths.invitation('t')).toBe('/invitation/t');
    expect(paths.passwordReset('t')).toBe('/password-reset/t');
    expect(apiPaths.publicLinkAction('t', 'confirm')).toBe('/api/v1/public/links/t/confirm');
  });

  it('keep whatever stands for a token in its own segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }).filter((token) => token.isWellFormed()), (token) => {
        for (const [build, segments] of [[paths.link, 3], [apiPaths.publicLink, 6]] as const) {
          const { pathname, search, hash } = new URL(`http://x${build(`t${token}`)}`);
          expect(pathname.split('/')).toHaveLength(segments);
          expect(search + hash).toBe('');
        }
      }),
    );
  });
});
