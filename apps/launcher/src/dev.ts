// `npm run dev`: what `npm start` runs, but the API from its files, compiled and started anew at every change, and the web app
// from its sources with hot reload, at an address of its own that the API takes for its public one.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { webPort } from './environment.ts';
import { demandBuilt } from './built.ts';
import { readSettings, ROOT } from './settings.ts';
import { SettingsError } from './settings-error.ts';

/** Editors write a file in several steps, and a branch is changed file by file. */
const SETTLED_MS = 150;
const say = (text: string) => process.stdout.write(`${text}\n`);
const programs: ChildProcess[] = [];

function run(args: string[], env: NodeJS.ProcessEnv, cwd = ROOT): ChildProcess {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  programs.push(child);
  return child;
}

/** Compiles what has changed; true where nothing is wrong with it. */
function compile(): Promise<boolean> {
  const compiler = spawn(process.execPath, [join(ROOT, 'apps/launcher/src/build.mjs'), 'apps/api'], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve) => compiler.once('exit', (code) => resolve(code === 0)));
}

/** One compilation at a time; what changes meanwhile makes for another. */
function recompiler(keel: ChildProcess): () => void {
  let timer: NodeJS.Timeout | undefined;
  let [busy, again] = [false, false];
  const go = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const began = Date.now();
    const good = await compile();
    if (good && keel.connected) keel.send('restart');
    say(good ? `Compiled in ${((Date.now() - began) / 1000).toFixed(1)} s; the API starts again.` : 'The API goes on as it was.');
    busy = false;
    if (again) {
      again = false;
      await go();
    }
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void go(), SETTLED_MS);
  };
}

function main(): void {
  if (process.env['PUBLIC_URL']) throw new SettingsError('PUBLIC_URL is set: npm run dev has an address of its own. Take it away');
  const settings = readSettings();
  demandBuilt();
  const web = `http://localhost:${webPort(settings)}`;
  const keel = run(['--disable-warning=ExperimentalWarning', join(ROOT, 'apps/launcher/src/start.ts')], {
    KEEL_DEV: 'on',
    PUBLIC_URL: web,
    HOST: '127.0.0.1',
  });
  const vite = run(
    [join(ROOT, 'apps/web/node_modules/vite/bin/vite.js')],
    { KEEL_API: `http://127.0.0.1:${settings.port}`, KEEL_WEB_PORT: String(webPort(settings)) },
    join(ROOT, 'apps/web'),
  );
  const changed = recompiler(keel);
  const sources = ['apps/api/src', ...readdirSync(join(ROOT, 'libs')).map((name) => `libs/${name}/src`)].map((path) => join(ROOT, path));
  for (const folder of sources.filter((path) => existsSync(path)))
    watch(folder, { recursive: true }, (_, file) => {
      if (file?.endsWith('.ts') && !file.endsWith('spec.ts')) changed();
    });
  for (const program of [keel, vite])
    program.once('exit', (code) => {
      process.exitCode ??= code ?? 1;
      stop();
    });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  // Whoever started us is gone.
  process.once('disconnect', stop);
  keel.once('exit', () => process.exit());
}

function stop(): void {
  for (const program of programs) program.kill('SIGTERM');
}

try {
  main();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}.\n`);
  process.exitCode = 2;
}
