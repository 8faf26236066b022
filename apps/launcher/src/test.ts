// `npm test`: every check of the project, and one closing line that counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { FIRST_LOAD_BUDGET, firstLoad, firstLoadInWords } from './first-load.ts';
import { startRedis } from './redis.ts';
import { ROOT } from './settings.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What of jest's report is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: {
    name: string;
    message: string;
    startTime: number;
    endTime: number;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
/** What failed, to be read where the output ends. */
const failures: string[] = [];
/** How long each file of tests took, in milliseconds, whatever ran beside it. */
const took: { file: string; ms: number }[] = [];
const reports = mkdtempSync(join(tmpdir(), 'keel-test-'));
const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);

function add({ passed, failed, skipped }: Partial<Counts>): void {
  counts.passed += passed ?? 0;
  counts.failed += failed ?? 0;
  counts.skipped += skipped ?? 0;
}

/** A step that passes or fails as a whole counts as one. */
function step(title: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  process.stdout.write(`\n── ${title}\n`);
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

function check(title: string, command: string, args: string[]): boolean {
  const passed = step(title, command, args);
  add(passed ? { passed: 1 } : { failed: 1 });
  if (!passed) failures.push(title);
  return passed;
}

function jest(title: string, args: string[], env: NodeJS.ProcessEnv = {}): void {
  const report = join(reports, `${title.replaceAll(/\W+/g, '-')}.json`);
  const script = join(ROOT, 'node_modules/jest/bin/jest.js');
  const options = ['-c', '.config/jest.json', '--json', `--outputFile=${report}`, ...args];
  const passed = step(title, process.execPath, [script, ...options], {
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    ...env,
  });
  if (!existsSync(report)) {
    failures.push(`${title}: no report was written`);
    return add({ failed: 1 });
  }
  const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
  took.push(...result.testResults.map(({ name, startTime, endTime }) => ({ file: relative(ROOT, name), ms: endTime - startTime })));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const before = failures.length;
  failures.push(...result.testResults.flatMap(failuresOf).map((one) => `${title}: ${one}`));
  if (!passed && failures.length === before) failures.push(`${title}: jest itself failed`);
  add({ passed: result.numPassedTests, failed: failed === 0 && !passed ? 1 : failed, skipped: result.numPendingTests });
}

/** The failed tests of a file, each with the beginning of its reason; a file that did not run has one for all. */
function failuresOf({ name, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative(ROOT, name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (assertionResults.length === 0 && message) return [`${file}\n${beginning(message)}`];
  return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${beginning(failureMessages.join('\n'))}`);
}

/** The first lines of a reason, without the colours of a terminal. */
function beginning(reason: string): string {
  const lines = stripVTControlCharacters(reason)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');
}

/** The bundle against its budget; bytes are the same on every machine. */
function checkFirstLoad(): void {
  const bytes = firstLoad(ROOT);
  process.stdout.write(`\n── ${firstLoadInWords(bytes)}\n`);
  if (bytes > FIRST_LOAD_BUDGET) failures.push(firstLoadInWords(bytes));
  add(bytes <= FIRST_LOAD_BUDGET ? { passed: 1 } : { failed: 1 });
}

const slowestInWords = (most: number): string =>
  took
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, most)
    .map(({ file, ms }) => `${(ms / 1000).toFixed(0).padStart(5)} s  ${file}`)
    .join('\n');

/** What in a test says that it runs workers, or asks what Redis keeps besides queues: how often somebody tried. */
const MEETS_REDIS = /\bworkers\b|redis|KEEL_RATE_LIMIT/i;

/** The tests for which it makes a difference where the queues are; what a screen shows (apps/e2e) does not depend on it. */
function testsThatMeetRedis(): string[] {
  const api = join(ROOT, 'apps/api/src');
  return readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.e2e-spec.ts'))
    .map((file) => join(api, file))
    .filter((file) => MEETS_REDIS.test(readFileSync(file, 'utf8')));
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
  if (built) checkFirstLoad();
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
  rmSync(reports, { recursive: true, force: true });
  process.stdout.write(`\n── The slowest files of tests\n${slowestInWords(20)}\n`);
  if (failures.length > 0) process.stdout.write(`\n── Failed\n${failures.join('\n')}\n`);
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

await main();
