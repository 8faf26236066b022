// `npm test`: every check of the project, and one closing line that counts them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { add, bin, check, conclude, failures, jest } from './checks.ts';
import { FIRST_LOADS, firstLoad, firstLoadInWords } from './first-load.ts';
import { startRedis } from './redis.ts';
import { ROOT } from './settings.ts';

/** The bundles against their budgets; bytes are the same on every machine. */
function checkFirstLoads(): void {
  for (const first of FIRST_LOADS) {
    const bytes = firstLoad(ROOT, first);
    process.stdout.write(`\n── ${firstLoadInWords(first, bytes)}\n`);
    if (bytes > first.budget) failures.push(firstLoadInWords(first, bytes));
    add(bytes <= first.budget ? { passed: 1 } : { failed: 1 });
  }
}

/** What in the code of a test runs workers, or asks what Redis keeps besides queues: how often somebody tried. */
const MEETS_REDIS = /worker|redis|KEEL_RATE_LIMIT|KEEL_ROLE/i;
/** A comment may say that no workers run. */
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/.*$/gm;

/** The tests for which it makes a difference where the queues are; what a screen shows (apps/e2e) does not depend on it. */
function testsThatMeetRedis(): string[] {
  const api = join(ROOT, 'apps/api/src');
  return readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.e2e-spec.ts'))
    .map((file) => join(api, file))
    .filter((file) => MEETS_REDIS.test(readFileSync(file, 'utf8').replaceAll(COMMENTS, '')));
}

/** The folders of written code; what is built from them is not checked again. */
function sources(): string[] {
  const folders = ['apps', 'libs'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name, 'src')));
  return folders.filter((folder) => existsSync(join(ROOT, folder)));
}

async function main(): Promise<void> {
  if (existsSync(join(ROOT, '.oxlintrc.json'))) check('Lint', bin('oxlint'), ['--type-aware', '--deny-warnings', 'apps', 'libs']);
  if (existsSync(join(ROOT, '.oxfmtrc.json'))) check('Format', bin('oxfmt'), ['--check', '.']);
  if (existsSync(join(ROOT, '.dependency-cruiser.cjs')))
    check('Import rules', bin('depcruise'), [...sources(), '--config', '.dependency-cruiser.cjs']);
  if (existsSync(join(ROOT, '.config/knip.json'))) check('Unused code', bin('knip'), ['--config', '.config/knip.json']);
  const built = check('Types and build', process.execPath, [join(ROOT, 'apps/launcher/src/build.mjs')]);
  if (built) checkFirstLoads();
  check('Types of the launcher', bin('tsc'), ['-p', 'apps/launcher']);
  check('Types of the benchmarks', bin('tsc'), ['-p', 'apps/bench']);
  jest('Unit and component tests', ['--selectProjects', 'unit', 'components']);
  if (built) check('The picture of the house is current', process.execPath, [join(ROOT, 'apps/launcher/src/picture.ts'), '--check']);
  if (built) check('The API client is current', process.execPath, [join(ROOT, 'apps/launcher/src/api-client.ts'), '--check']);
  if (built) {
    jest('End-to-end on PostgreSQL', ['--selectProjects', 'e2e', '-w', '2']);
    const redis = await startRedis();
    if (redis) {
      const args = ['--selectProjects', 'e2e', '-w', '2', '--runTestsByPath', ...testsThatMeetRedis()];
      jest('End-to-end with the queues on Redis', args, { KEEL_TEST_REDIS_URL: redis.url });
      await redis.stop();
    } else {
      process.stdout.write('\nNo redis-server was found: the second queue backend is not tested here.\n');
      add({ skipped: 1 });
    }
  }
  // No figure is asserted: it shows that every operation still runs, on data made by SQL.
  if (built)
    check('Benchmarks, short', process.execPath, [
      join(ROOT, 'apps/bench/src/main.ts'),
      '--short',
      '--seconds',
      '0.3',
      '--connections',
      '10',
    ]);
  conclude();
}

await main();
