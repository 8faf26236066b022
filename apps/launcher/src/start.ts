// `npm start`: PostgreSQL, migrations, sandbox, API with workers and web app, one printed address.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXTERNAL } from './backup/said.ts';
import { backupKeys, type BackupSettings, backupSettings } from './backup/settings.ts';
import { hasBackedUp } from './backup/line.ts';
import { openStore } from './backup/open-store.ts';
import { isBuilt, noteBuilt } from './built.ts';
import {
  apiEnvironment,
  DATABASE,
  type DatabaseUrls,
  databaseUrls,
  demandMail,
  sandboxEnvironment,
  postgresPort,
  sandboxPort,
  smtpPort,
  usesSandbox,
} from './environment.ts';
import { LEAN } from './lean.ts';
import { Lock } from './lock.ts';
import { rotateLogs } from './logs.ts';
import { portIsFree } from './ports.ts';
import { Cluster } from './postgres/cluster.ts';
import { prepareDatabase } from './postgres/databases.ts';
import { demandServerVersion, prepareExternal } from './postgres/external.ts';
import { tail } from './process.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import {
  demandItsDatabase,
  postgresFolder,
  prepareDataFolder,
  prepareFilesFolder,
  readSettings,
  ROOT,
  type Settings,
  SHELTER,
} from './settings.ts';
import { inDataFolder, SettingsError } from './settings-error.ts';
import { withFiles } from './settings-files.ts';
import { Shutdown } from './shutdown.ts';
import { Supervisor } from './supervisor.ts';

const READY_TIMEOUT_MS = 120_000;
const STOP_MS = 25_000;
/** Deaths in a row that are not waited out any longer, where the API has not served once. */
const EARLY_DEATHS = 5;
/** What the API ends with where its environment is at fault (EX_CONFIG of sysexits.h): another try would end the same. */
const EX_CONFIG = 78;
// What is said has nowhere to go on a full disk; Keel goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const say = (text: string) => process.stdout.write(`${text}\n`);
/** Started by `npm run dev`: the API runs from its files, which are compiled in a second where a bundle takes several. */
const DEVELOPED = process.env['KEEL_DEV'] === 'on';
const shutdown = new Shutdown();

async function main(): Promise<void> {
  const began = Date.now();
  const environment = withFiles(process.env);
  const settings = readSettings(environment);
  // The image leaves it out.
  if (settings.demo && !existsSync(join(ROOT, 'apps/demo')))
    throw new SettingsError('There is no demo clinic in this installation: set KEEL_DEMO=off');
  demandMail(settings, environment);
  prepareDataFolder(settings.dataDir);
  const lock = await Lock.hold(settings.dataDir);
  shutdown.listen(() => {
    lock.markStopping();
    say('\nStopping…');
  });
  const secrets = inDataFolder(settings.dataDir, () => loadSecrets(settings.dataDir));
  if (secrets.nextMasterKey) {
    throw new SettingsError('A change of the master key was interrupted. Run "npm run rotate-key" again: it finishes it, or begins anew.');
  }
  const supervise = (name: string, script: string, env: NodeJS.ProcessEnv) =>
    new Supervisor(
      { name, command: process.execPath, args: [...LEAN, join(ROOT, script)], env, cwd: ROOT, stopMs: STOP_MS },
      settings.dataDir,
    );
  for (const name of ['api', 'sandbox', 'backup']) await supervise(name, '', {}).endOrphan();
  const backup = await demandBackups(settings, secrets, environment);
  const cluster = settings.external ? undefined : embedded(settings, secrets, backup);
  await demandPorts(settings, environment, cluster);
  if (!environment['KEEL_FILES']) prepareFilesFolder(settings.dataDir);
  await build();
  const urls = await startDatabase(settings, secrets, cluster);
  const env = apiEnvironment(settings, secrets, urls, environment);
  if (usesSandbox(settings, environment)) await start(supervise('sandbox', 'apps/sandbox/src/main.ts', sandboxEnvironment(settings, env)));
  if (cluster && backup.to)
    await start(supervise('backup', 'apps/launcher/src/backup/keeper.ts', { ...environment, KEEL_DATA_DIR: settings.dataDir }));
  // The demo clinic is made before the API opens, so that a killed first start is finished by the second.
  if (settings.demo) await lookAfterDemo(settings, env);
  const api = supervise('api', DEVELOPED ? 'apps/api/dist/main.js' : 'apps/api/dist/bundle/main.js', env);
  // `npm run dev` has built the API anew.
  if (DEVELOPED) process.on('message', (wish) => wish === 'restart' && void api.restart());
  shutdown.add(
    rotateLogs(() => [
      api.logFile,
      ...['sandbox.log', 'backup.log'].map((log) => join(settings.dataDir, log)),
      ...(cluster ? [cluster.logFile] : []),
    ]),
  );
  say('Starting the API and its workers…');
  await start(api);
  if (process.env['KEEL_ROLE'] !== 'worker') await ready(settings, api);
  await greet(settings, environment, { began, backup });
}

/** What we would stop on is said before anything is started. */
async function demandPorts(settings: Settings, environment: NodeJS.ProcessEnv, cluster: Cluster | undefined): Promise<void> {
  const wanted: [number, string][] = usesSandbox(settings, environment)
    ? [
        [sandboxPort(settings), '127.0.0.1'],
        [smtpPort(settings), '127.0.0.1'],
      ]
    : [];
  // A server that still runs on this data is taken over, port and all.
  if (cluster && !cluster.pid) wanted.push([postgresPort(settings), '127.0.0.1']);
  for (const [port, host] of [[settings.port, settings.host] as const, ...wanted]) {
    if (await portIsFree(port, host)) continue;
    throw new SettingsError(
      `Port ${port} cannot be used, most likely because another program has it. Try another one: PORT=${settings.port + 10} npm start`,
    );
  }
}

/** One step that ends by itself; a stop ends it too. */
async function run(title: string, script: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (shutdown.begun) return;
  say(`${title}…`);
  const child = spawn(process.execPath, [join(ROOT, script)], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  shutdown.add(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  if ((await ended) !== 0 && !shutdown.begun) throw new SettingsError(`${title} failed; see above`);
}

async function build(): Promise<void> {
  if (isBuilt()) return;
  await run('Building what has changed', 'apps/launcher/src/build.mjs', process.env);
  if (!shutdown.begun) noteBuilt();
}

/** Two thousand small transactions the first time, and whatever a crash takes of them is made again: no reason to wait for the disk each time. */
async function lookAfterDemo(settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  const hasty = settings.external
    ? {}
    : { DATABASE_URL: `${env['DATABASE_URL']}?options=${encodeURIComponent('-c synchronous_commit=off')}` };
  await run('Looking after the demo clinic (the first time this takes up to a minute)', 'apps/demo/dist/main.js', { ...env, ...hasty });
}

async function start(program: Supervisor): Promise<void> {
  if (shutdown.begun) return;
  shutdown.add(() => program.stop());
  await program.start();
}

async function startDatabase(settings: Settings, secrets: Secrets, cluster: Cluster | undefined): Promise<DatabaseUrls> {
  if (cluster) await startPostgres(cluster, secrets);
  const urls = databaseUrls(settings, secrets, cluster);
  if (settings.external) {
    await demandServerVersion(settings.external);
    await prepareExternal(settings.external);
  }
  const { migrate } = await import('@keel/api/migrate');
  const ran = await migrate(urls.owner, urls.queue ? { queueUrl: urls.queue } : {});
  if (ran.length > 0) say(`The database is brought up to date (${ran.length} migrations).`);
  return urls;
}

/**
 * A place for backups that was never reached is said at the start, not found out when a backup is needed. One that was may be away for a while,
 * as a network is after a power cut: charts are opened without it, and an alarm is raised until it is back.
 */
async function demandBackups(settings: Settings, secrets: Secrets, environment: NodeJS.ProcessEnv): Promise<BackupSettings> {
  const backup = backupSettings(environment);
  if (!backup.to) return backup;
  if (settings.external) throw new SettingsError(`KEEL_BACKUP_TO is set, and ${EXTERNAL} Take away KEEL_BACKUP_TO.`);
  backupKeys(environment, secrets);
  try {
    await openStore(backup.to, environment);
  } catch (error) {
    if (!(error instanceof SettingsError) || !hasBackedUp(settings.dataDir)) throw error;
    say(`No backups are made until this is mended: ${error.message}`);
  }
  return backup;
}

function embedded(settings: Settings, secrets: Secrets, backup: BackupSettings): Cluster {
  const { folder, moved } = postgresFolder(settings.dataDir, secrets);
  demandItsDatabase(settings.dataDir, folder, secrets);
  if (moved) say(`PostgreSQL does not run as root and its own user cannot enter ${settings.dataDir}, so its data is in ${folder}`);
  const archives = backup.to !== undefined;
  const port = postgresPort(settings);
  return new Cluster({ dataDir: folder, shelter: SHELTER, port, superuserPassword: secrets.superuserPassword, archives });
}

async function startPostgres(cluster: Cluster, secrets: Secrets): Promise<void> {
  say('Starting PostgreSQL…');
  const starting = cluster.start();
  shutdown.add(async () => {
    // Stopped half started, it would start after us.
    await starting.catch(() => undefined);
    await cluster.stop();
  });
  const how = await starting;
  if (how === 'restarted') say('PostgreSQL was still running, with other settings; it was started anew.');
  if (how === 'adopted') say('PostgreSQL was still running; it is taken over as it is.');
  shutdown.add(cluster.watch(() => say('PostgreSQL had ended; it was started again.')));
  await prepareDatabase(cluster.superuserUrl(), DATABASE, secrets);
}

async function ready(settings: Settings, api: Supervisor): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  const host = settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host;
  while (!shutdown.begun) {
    const answer = await fetch(`http://${host}:${settings.port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    // One early death may be bad luck, and is tried again; a fault of the environment is not.
    if (api.exitCode === EX_CONFIG || api.restarts >= EARLY_DEATHS || Date.now() > deadline) {
      throw new SettingsError(`The API did not start; the end of ${api.logFile} says why:\n${tail(api.logFile)}`);
    }
    await sleep(100);
  }
}

async function greet(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  { began, backup }: { began: number; backup: BackupSettings },
): Promise<void> {
  if (shutdown.begun) return;
  say(`\nKeel is ready after ${((Date.now() - began) / 1000).toFixed(1)} s:  ${settings.publicUrl}`);
  if (settings.demo) {
    // Built a moment ago on a fresh clone, so not before now.
    const { DEMO_SIGN_IN } = await import('@keel/demo/sign-in');
    say(`Sign in to the demo clinic:  ${DEMO_SIGN_IN.email}  ·  ${DEMO_SIGN_IN.password}`);
  }
  if (usesSandbox(settings, environment)) say(`Its phone and mailbox:  http://localhost:${sandboxPort(settings)}`);
  if (!settings.demo && !settings.external && !backup.to) say('No backups are made: set KEEL_BACKUP_TO (docs/operations.md says how).');
  say(`API:  ${settings.publicUrl}/api/docs\nCtrl-C stops everything.`);
}

main().catch(async (error: unknown) => {
  // A stop pulls away what a step was using: that is no fault.
  if (shutdown.begun) return;
  const text = error instanceof SettingsError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  await shutdown.run();
  process.exit(1);
});
