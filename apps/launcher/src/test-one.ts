// `npm run test:one -- <path> [-t <name>]`: the tests whose file matches, of whatever kind, and nothing else of `npm test`.
// Browser and API tests run the built programs, so what was touched is built first; unit and component tests read the sources.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { demandBuilt } from './built.ts';
import { ROOT } from './settings.ts';
import { SettingsError } from './settings-error.ts';

const JEST = [join(ROOT, 'node_modules/jest/bin/jest.js'), '-c', join(ROOT, '.config/jest.json')];
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' };

function filesThatMatch(paths: string[]): string[] {
  const { stdout } = spawnSync(process.execPath, [...JEST, '--listTests', '--', ...paths], { cwd: ROOT, env, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.endsWith('.ts') || line.endsWith('.tsx'));
}

/** Paths and parts of paths come first, then what jest is told besides. */
function main(args: string[]): number {
  const options = args.findIndex((arg) => arg.startsWith('-'));
  const paths = options < 0 ? args : args.slice(0, options);
  if (paths.length === 0) throw new SettingsError('Name a file of tests or a part of its path: npm run test:one -- billing/balances');
  const files = filesThatMatch(paths);
  if (files.length === 0) throw new SettingsError(`No file of tests has ${paths.join(' or ')} in its path`);
  if (files.some((file) => file.includes('.e2e-spec.'))) demandBuilt();
  const rest = options < 0 ? [] : args.slice(options);
  const { status } = spawnSync(process.execPath, [...JEST, '-w', '2', ...rest, '--runTestsByPath', ...files], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  return status ?? 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}.\n`);
  process.exitCode = 2;
}
