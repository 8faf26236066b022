// `npm test`: every check of the project, and one closing line that counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_LOAD_BUDGET, firstLoad, firstLoadInWords } from './first-load.ts';
import { startRedis } from './redis.ts';
import { ROOT } from './settings.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
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
  if (!existsSync(report)) return add({ failed: 1 });
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numRuntimeErrorTestSuites: number;
  };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  add({ passed: result.numPassedTests, failed: failed === 0 && !passed ? 1 : failed, skipped: result.numPendingTests });
}

/** The bundle against its budget; bytes are the same on every machine. */
function checkFirstLoad(): void {
  const bytes = firstLoad(ROOT);
  process.stdout.write(`\n── ${firstLoadInWords(bytes)}\n`);
  add(bytes <= FIRST_LOAD_BUDGET ? { passed: 1 } : { failed: 1 });
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
  if (built) check('The API client is current', process.execPath, [join(ROOT, 'apps/launcher/src/api-client.ts'), '--check']);
  if (built) {
    jest('End-to-end on PostgreSQL', ['--selectProjects', 'e2e', '-w', '2']);
    const redis = await startRedis();
    // What a screen shows does not depend on where the queues are.
    if (redis) {
      jest(
        'End-to-end with the queues on Redis',
        ['--selectProjects', 'e2e', '-w', '2', '--testPathPatterns', 'apps/api/', '--testPathIgnorePatterns', '/screens/'],
        {
          KEEL_TEST_REDIS_URL: redis.url,
        },
      );
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
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

await main();
