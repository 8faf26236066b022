import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(process.cwd(), 'apps/web/src');
const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter((file) => !/\.spec\.tsx?$/.test(file));
const text = (file: string) => readFileSync(join(SRC, file), 'utf8');
const CALL = /api\.(GET|POST|PUT|PATCH|DELETE)\(\s*['`]([^'`]+)/g;
/** Not asked of the API: the words of problems, which are fetched when there is first one to tell. */
const NOT_OF_THE_API = ["['problem-text']"];

describe('the routes of the API', () => {
  it('are called from data/ alone, each in one place', () => {
    const calls = files.flatMap((file) => [...text(file).matchAll(CALL)].map(([, method, path]) => ({ file, route: `${method} ${path}` })));
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter(({ file }) => !file.startsWith('data/'))).toEqual([]);
    const routes = calls.map(({ route }) => route);
    expect(routes.filter((route, at) => routes.indexOf(route) !== at)).toEqual([]);
  });

  it('have the keys of what they answer there too: elsewhere a key is that of a query by name', () => {
    const keys = files
      .filter((file) => !file.startsWith('data/'))
      .flatMap((file) => [...text(file).matchAll(/queryKey: (\[[^\]]*\])/g)].map(([, key = '']) => `${file}: ${key}`));
    expect(keys.filter((key) => !NOT_OF_THE_API.some((known) => key.endsWith(known)))).toEqual([]);
  });
});
