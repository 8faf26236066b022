import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(import.meta.dirname, '..');
/** A text of the screen between whose parts there is a colon: of words, of a value, or of both. */
const GLUED = /\)\}: [{$]|\$\{label\}: /;

it('says a colon by words alone, since French sets it apart', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter((file) => !/\.spec\.tsx?$/.test(file));
  const glued = files.filter((file) =>
    readFileSync(join(SRC, file), 'utf8')
      .split('\n')
      .some((line) => GLUED.test(line)),
  );
  expect(glued).toEqual([]);
});
