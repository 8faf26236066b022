// What `npm test` and `npm run test:long` are made of: checks and runs of jest, counted together.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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
export const failures: string[] = [];
/** How long each file of tests took, in milliseconds, whatever ran beside it. */
const took: { file: string; ms: number }[] = [];
const reports = mkdtempSync(join(tmpdir(), 'keel-test-'));
export const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);

export function add({ passed, failed, skipped }: Partial<Counts>): void {
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

export function check(title: string, command: string, args: string[]): boolean {
  const passed = step(title, command, args);
  add(passed ? { passed: 1 } : { failed: 1 });
  if (!passed) failures.push(title);
  return passed;
}

export function jest(title: string, args: string[], env: NodeJS.ProcessEnv = {}): void {
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

const slowestInWords = (most: number): string =>
  took
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, most)
    .map(({ file, ms }) => `${(ms / 1000).toFixed(0).padStart(5)} s  ${file}`)
    .join('\n');

/** Ends the run with what was slowest, what failed, and the line that counts. */
export function conclude(): void {
  rmSync(reports, { recursive: true, force: true });
  process.stdout.write(`\n── The slowest files of tests\n${slowestInWords(20)}\n`);
  if (failures.length > 0) process.stdout.write(`\n── Failed\n${failures.join('\n')}\n`);
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}
