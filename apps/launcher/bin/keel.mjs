#!/usr/bin/env node
// The way in, in plain JavaScript for any Node from 20 on: installs what the lockfile names, then goes on with the Node
// that the project pins. `start` runs the clinic, `test` proves it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PNPM = 'pnpm@12.21.0';
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const [command = 'start', ...rest] = process.argv.slice(2);
const scripts = {
  start: 'src/start.ts',
  dev: 'src/dev.ts',
  test: 'src/test.ts',
  'test:one': 'src/test-one.ts',
  'test:long': 'src/test-long.ts',
  import: 'src/import.ts',
  'reset-sign-in': 'src/reset-sign-in.ts',
  'rotate-key': 'src/rotate-key.ts',
  backup: 'src/backup.ts',
  restore: 'src/restore.ts',
  bench: '../bench/src/main.ts',
};

if (!(command in scripts) || !existsSync(join(root, 'apps/launcher', scripts[command]))) {
  process.stderr.write(`Unknown command "${command}". Say npm start, npm test or npm run import.\n`);
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`Keel needs Node 20 or newer to begin; this is ${process.versions.node}.\n`);
  process.exit(2);
}

await install();
const child = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', join(root, 'apps/launcher', scripts[command]), ...rest], {
  cwd: root,
  // Code that was compiled once is not compiled again at the next start.
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'keel-node'), ...process.env },
  // Over the channel the child sees this process die, however it dies, and stops what it started.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
// Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm that is killed passes nothing on, and neither does its shell.
const npm = process.env.npm_lifecycle_event ? ancestors() : undefined;
if (npm) setInterval(() => ancestors() !== npm && child.kill('SIGTERM'), 500).unref();
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** npm, or the shell that npm put between us and the npm that started that: who they are changes only by a death. */
function ancestors() {
  const parent = process.ppid;
  try {
    const [, name, rest] = /\((.*)\) \S+ (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
    // Without a shell between, the parent is npm itself, and npm's own parent may well end before it.
    return /^(ba|da|a)?sh$/.test(name) ? `${parent} ${rest}` : String(parent);
  } catch {
    return String(parent);
  }
}

/** Shows how far it is; the rest of what pnpm says only where it fails. @returns its exit code */
function runPnpm() {
  const pnpm = spawn('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true', npm_config_loglevel: 'error' },
    shell: process.platform === 'win32',
  });
  const said = [];
  for (const stream of [pnpm.stdout, pnpm.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      if (line.startsWith('Progress:')) process.stdout.write(`  ${line}\n`);
    });
  }
  return new Promise((resolve) => {
    pnpm.on('error', (error) => said.push(error.message) && resolve(1));
    pnpm.on('close', (code) => {
      if (code !== 0) process.stderr.write(`${said.join('\n')}\n`);
      resolve(code ?? 1);
    });
  });
}

function pinnedNode() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Runs the pinned pnpm by npx, but only where the lockfile or a package file changed since the last time. */
async function install() {
  const marker = join(root, 'node_modules', '.keel-installed');
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted && existsSync(pinnedNode())) return;
  process.stdout.write('Installing packages (once; about a minute)…\n');
  if ((await runPnpm()) !== 0) {
    process.stderr.write(
      'The packages could not be installed. Check the network and the message above, then run the same command again.\n',
    );
    process.exit(1);
  }
  writeFileSync(marker, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  const packages = ['apps', 'libs'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')));
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...packages.sort()]) {
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
