import { join } from 'node:path';
import type { Cluster } from './postgres/cluster.ts';
import type { Secrets } from './secrets.ts';
import { filesFolder, type Settings } from './settings.ts';
import { SettingsError } from './settings-error.ts';

export const DATABASE = 'keel';

export interface DatabaseUrls {
  app: string;
  owner: string;
  /** Absent where the queues are on Redis. */
  queue: string | undefined;
}

export function databaseUrls(settings: Settings, secrets: Secrets, cluster: Cluster | undefined): DatabaseUrls {
  const { external } = settings;
  if (external) return { app: external.databaseUrl, owner: external.ownerUrl, queue: external.queueUrl };
  if (!cluster) throw new Error('There is neither an embedded nor an external PostgreSQL');
  return {
    app: cluster.url('keel_app', secrets.appPassword, DATABASE),
    owner: cluster.url('keel_owner', secrets.ownerPassword, DATABASE),
    queue: settings.redisUrl ? undefined : cluster.url('keel_queue', secrets.queuePassword, DATABASE),
  };
}

export const postgresPort = (settings: Settings): number => settings.port + 1;
export const smtpPort = (settings: Settings): number => settings.port + 2;
export const sandboxPort = (settings: Settings): number => settings.port + 3;
/** Of the web app with hot reload, in `npm run dev`. */
export const webPort = (settings: Pick<Settings, 'port'>): number => settings.port + 4;

/** The sandbox stands in for whichever provider the environment does not name, where it may. */
export function usesSandbox({ sandbox }: Pick<Settings, 'sandbox'>, real: NodeJS.ProcessEnv): boolean {
  return sandbox && (!real['SMTP_URL'] || !real['TWILIO_ACCOUNT_SID']);
}

/** Nobody could sign up or get a new password. @throws SettingsError */
export function demandMail({ sandbox }: Pick<Settings, 'sandbox'>, real: NodeJS.ProcessEnv): void {
  if (sandbox || real['SMTP_URL']) return;
  throw new SettingsError(
    'SMTP_URL is not set, so no mail would leave. Set it, or KEEL_SANDBOX=on to have a mailbox and a phone on this machine take everything instead.',
  );
}

/** Real providers where the environment names them; the sandbox's addresses otherwise, where it stands in. The adapters are the same. */
export function apiEnvironment(
  settings: Settings,
  secrets: Secrets,
  urls: DatabaseUrls,
  real: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const twilio =
    real['TWILIO_ACCOUNT_SID'] || !settings.sandbox
      ? {}
      : {
          TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
          TWILIO_AUTH_TOKEN: secrets.twilioAuthToken,
          TWILIO_FROM: '+15005550006',
          TWILIO_API_URL: `http://127.0.0.1:${sandboxPort(settings)}`,
        };
  return {
    ...real,
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLIC_URL: settings.publicUrl,
    KEEL_DATA_DIR: settings.dataDir,
    KEEL_FILES: real['KEEL_FILES'] || filesFolder(settings.dataDir),
    // What V8 made of the code the last time: a start takes a fifth less work. In nobody else's reach, since it is run.
    NODE_COMPILE_CACHE: join(settings.dataDir, 'compiled'),
    DATABASE_URL: urls.app,
    // What migrates is not for what serves.
    DATABASE_OWNER_URL: undefined,
    DATABASE_ADMIN_URL: undefined,
    // Nor what opens the backups for what makes none.
    KEEL_BACKUP_KEY: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
    QUEUE_DATABASE_URL: urls.queue,
    KEEL_MASTER_KEY: real['KEEL_MASTER_KEY'] ?? secrets.masterKey,
    AUDIT_HEADS_PATH: real['AUDIT_HEADS_PATH'] ?? join(settings.dataDir, 'audit-heads.json'),
    KEEL_SESSION_SECRET: real['KEEL_SESSION_SECRET'] ?? secrets.sessionSecret,
    SMTP_URL: real['SMTP_URL'] || (settings.sandbox ? `smtp://127.0.0.1:${smtpPort(settings)}` : undefined),
    ...twilio,
  };
}

export function sandboxEnvironment(settings: Settings, api: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    PATH: api['PATH'],
    SANDBOX_HTTP_PORT: String(sandboxPort(settings)),
    SANDBOX_SMTP_PORT: String(smtpPort(settings)),
    SANDBOX_DATA_DIR: join(settings.dataDir, 'sandbox'),
    // The signature covers the address, and the API checks it against PUBLIC_URL.
    SANDBOX_INBOUND_URL: `${settings.publicUrl}/api/v1/webhooks/twilio/inbound`,
    TWILIO_ACCOUNT_SID: api['TWILIO_ACCOUNT_SID'],
    TWILIO_AUTH_TOKEN: api['TWILIO_AUTH_TOKEN'],
  };
}
