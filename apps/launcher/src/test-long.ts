// `npm run test:long`: what takes hours and finds what is rare. Properties with 100,000 cases each; reminders that all fall due in
// a storm of failing providers; a day in which every part of Keel is killed again and again. What is lost or doubled fails it, and
// no time that something took.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demandBuilt } from './built.ts';
import { check, conclude, jest } from './checks.ts';
import { ROOT } from './settings.ts';

const RUNS = '100000';
/** A file holds many properties, each of a minute at the most. */
const PATIENCE_MS = String(60 * 60_000);
const REMINDERS = '3000';
const KILLS = '30';

/** The tests of properties that need no server: those that do state how many cases they can afford. */
function propertyTests(): string[] {
  return ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).flatMap((name) => {
      const sources = join(ROOT, folder, name, 'src');
      return readdirSync(sources, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.spec\.tsx?$/.test(file))
        .map((file) => join(sources, file))
        .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"));
    }),
  );
}

demandBuilt();
const projects = ['--selectProjects', 'unit', 'components'];
jest('Properties, 100,000 cases each', [...projects, '-w', '2', `--testTimeout=${PATIENCE_MS}`, '--runTestsByPath', ...propertyTests()], {
  KEEL_TEST_RUNS: RUNS,
});
const bench = join(ROOT, 'apps/bench/src/main.ts');
check('A storm of reminders: nothing lost, nothing twice', process.execPath, [bench, '--short', '--storm', REMINDERS]);
check('A day of kills: nothing lost, nothing twice', process.execPath, [bench, '--kills', KILLS]);
conclude();
