// `npm start`: PostgreSQL, migrations, sandbox, API with workers and web app, one printed address.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster } from './postgres/cluster.ts';
import { prepareDatabase } from './postgres/databases.ts';
import { holdLock } from './lock.ts';
import { loadSecrets, prepareDataFolder, readSettings, ROOT, type Secrets, type Settings, SettingsError } from './settings.ts';
import { Supervisor } from './supervisor.ts';

const DATABASE = 'keel';
const READY_TIMEOUT_MS = 120_000;
const say = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const began = Date.now();
  const settings = readSettings();
  prepareDataFolder(settings.dataDir);
  holdLock(settings.dataDir);
  if (settings.moved) say(settings.moved);
  const secrets = loadSecrets(settings.dataDir);
  build();
  const cluster = settings.external ? undefined : await startPostgres(settings, secrets);
  const urls = databaseUrls(settings, secrets, cluster);
  await migrate(urls);
  const env = { ...process.env, ...apiEnvironment(settings, secrets, urls) };
  const sandbox = usesSandbox() ? supervise('sandbox', 'apps/sandbox/src/main.ts', { ...env, ...sandboxEnvironment(settings, env) }, settings) : undefined;
  const api = supervise('api', 'apps/api/dist/main.js', env, settings);
  stopInOrder([api, sandbox], cluster);
  await sandbox?.start();
  await makeDemo(settings, env);
  await api.start();
  await ready(settings, api);
  greet(settings, began);
  if (cluster) void keepAlive(cluster);
}

function build(): void {
  say('Building what has changed…');
  const result = spawnSync(process.execPath, [join(ROOT, 'apps/launcher/src/build.mjs')], { stdio: 'inherit' });
  if (result.status !== 0) throw new Error('The build failed; see above');
}

async function startPostgres(settings: Settings, secrets: Secrets): Promise<Cluster> {
  const cluster = new Cluster({
    dataDir: join(settings.dataDir, 'postgres'),
    shelter: '/var/lib/keel',
    port: settings.port + 1,
    superuserPassword: secrets.superuserPassword,
  });
  say('Starting PostgreSQL…');
  const how = await cluster.start();
  if (how === 'adopted') say('PostgreSQL was still running; taken over as it is.');
  await prepareDatabase(cluster, DATABASE, secrets);
  return cluster;
}

interface DatabaseUrls {
  app: string;
  owner: string;
  queue: string | undefined;
}

function databaseUrls(settings: Settings, secrets: Secrets, cluster: Cluster | undefined): DatabaseUrls {
  const { external } = settings;
  if (external) return { app: external.databaseUrl, owner: external.ownerUrl, queue: external.queueUrl };
  if (!cluster) throw new Error('There is neither an embedded nor an external PostgreSQL');
  return {
    app: cluster.url('keel_app', secrets.appPassword, DATABASE),
    owner: cluster.url('keel_owner', secrets.ownerPassword, DATABASE),
    queue: settings.redisUrl ? undefined : cluster.url('keel_queue', secrets.queuePassword, DATABASE),
  };
}

async function migrate(urls: DatabaseUrls): Promise<void> {
  const { migrate } = await import('@keel/api/migrate');
  const ran = await migrate(urls.owner, urls.queue ? { queueUrl: urls.queue } : {});
  if (ran.length > 0) say(`Database brought up to date (${ran.length} migrations).`);
}

function usesSandbox(): boolean {
  return !process.env['SMTP_URL'] || !process.env['TWILIO_ACCOUNT_SID'];
}

/** Real providers where the environment names them; the sandbox's addresses otherwise. The adapters are the same. */
function apiEnvironment(settings: Settings, secrets: Secrets, urls: DatabaseUrls): NodeJS.ProcessEnv {
  const real = process.env;
  const twilio = real['TWILIO_ACCOUNT_SID']
    ? {}
    : {
        TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
        TWILIO_AUTH_TOKEN: secrets.twilioAuthToken,
        TWILIO_FROM: '+15005550006',
        TWILIO_API_URL: `http://127.0.0.1:${settings.port + 3}`,
      };
  return {
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    DATABASE_URL: urls.app,
    ...(urls.queue ? { QUEUE_DATABASE_URL: urls.queue } : {}),
    KEEL_MASTER_KEY: real['KEEL_MASTER_KEY'] ?? secrets.masterKey,
    KEEL_SESSION_SECRET: real['KEEL_SESSION_SECRET'] ?? secrets.sessionSecret,
    ...(real['SMTP_URL'] ? {} : { SMTP_URL: `smtp://127.0.0.1:${settings.port + 2}` }),
    ...twilio,
  };
}

function sandboxEnvironment(settings: Settings, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    SANDBOX_HTTP_PORT: String(settings.port + 3),
    SANDBOX_SMTP_PORT: String(settings.port + 2),
    SANDBOX_DATA_DIR: join(settings.dataDir, 'sandbox'),
    // The signature covers the address, and the API checks it against PUBLIC_URL.
    SANDBOX_INBOUND_URL: `${settings.publicUrl}/api/v1/webhooks/twilio/inbound`,
    TWILIO_ACCOUNT_SID: env['TWILIO_ACCOUNT_SID'],
    TWILIO_AUTH_TOKEN: env['TWILIO_AUTH_TOKEN'],
  };
}

function supervise(name: string, script: string, env: NodeJS.ProcessEnv, settings: Settings): Supervisor {
  const program = { name, command: process.execPath, args: [join(ROOT, script)], env, cwd: ROOT, stopMs: 25_000 };
  return new Supervisor(program, settings.dataDir);
}

/** The demo clinic is made before the API opens, so that a killed first start is finished by the second. */
async function makeDemo(settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  const script = join(ROOT, 'apps/api/dist/demo/main.js');
  if (!settings.demo || !existsSync(script)) return;
  const result = spawnSync(process.execPath, [script], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) throw new Error('The demo clinic could not be made; KEEL_DEMO=off starts without it');
}

async function ready(settings: Settings, api: Supervisor): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${settings.port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`The API did not become ready; ${api.logFile} says why`);
    await sleep(100);
  }
}

function greet(settings: Settings, began: number): void {
  say(`\nKeel is ready after ${((Date.now() - began) / 1000).toFixed(1)} s:  ${settings.publicUrl}`);
  if (settings.demo) say('Sign in to the demo clinic:  demo@keel.example  ·  a quiet demo clinic');
  if (usesSandbox()) say(`Its phone and mailbox:  http://localhost:${settings.port + 3}`);
  say(`API:  ${settings.publicUrl}/api/docs\nCtrl-C stops everything.`);
}

/** Stops what serves before what stores: the API finishes its requests and jobs while PostgreSQL is still there. */
function stopInOrder(programs: (Supervisor | undefined)[], cluster: Cluster | undefined): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping…');
    for (const program of programs) await program?.stop();
    await cluster?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

/** A PostgreSQL that was killed is started again; it recovers by itself from its log. */
async function keepAlive(cluster: Cluster): Promise<never> {
  for (;;) {
    await sleep(1000);
    if ((await cluster.start().catch(() => undefined)) === 'started') say('PostgreSQL had ended; it was started again.');
  }
}

main().catch((error: unknown) => {
  const text = error instanceof SettingsError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
