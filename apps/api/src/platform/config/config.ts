import { type AlarmConfig, readAlarms } from './alarm-config.js';
import { EnvReader } from './env-reader.js';
import { type FilesConfig, readFiles } from './files-config.js';
import { readOutboundAllow } from './outbound-config.js';
import { demandProductionSettings } from './production.js';

/** `all` runs API and workers in one process; a larger clinic splits them. */
export type ProcessRole = 'all' | 'api' | 'worker';

export interface TwilioConfig {
  accountSid: string;
  authToken: string;
  from: string;
  /** Where Twilio's API is reached; the sandbox's address in development. */
  apiUrl: string;
}

export interface MessagingConfig {
  /** After this long without an answer, whether a provider took a message is unknown. */
  providerTimeoutMs: number;
  /** A hand-over that is open this long was left by a worker that died. Longer than the time-out by far. */
  leaseMs: number;
  /** How long after an unanswered SMS Twilio's list may still come to show it. */
  settleMs: number;
  /** The wait before the first repeat after a certain failure; each further one waits four times as long. */
  retryMs: number;
  /** How often due messages are looked for. */
  lookEveryMs: number;
  /** How often Twilio's list is asked for texts that it could not bring. */
  missedEveryMs: number;
}

/** How long anybody waits for the database, in milliseconds. */
export interface DatabaseTimeouts {
  /** One statement. */
  statementMs: number;
  /** A lock that another transaction holds. */
  lockMs: number;
  /** A transaction that sends nothing. */
  idleInTransactionMs: number;
  /** An answer of a server that should have given up by itself. */
  answerMs: number;
  /** A connection, new or of the pool. */
  waitMs: number;
}

/** What anybody may start here, and how much of it leaves the house. */
export interface OpennessConfig {
  /** `closed`: no clinic can be started once there is a first one. */
  signUp: 'open' | 'closed';
  /** After this many days a clinic whose owner's address was never proved lets nobody sign in until it is. */
  unprovedDays: number;
  /** Invitations that a clinic may write in a day, and that an unproved one may hold ready. */
  invitationsPerDay: number;
  unprovedInvitations: number;
  /** Texts and e-mails that may leave a clinic in a day. */
  smsPerDay: number;
  emailsPerDay: number;
  /** Reminders that one phone, and one mailbox, gets in a day from all clinics together, half of them from one: a home for many residents shares one. */
  smsPerNumber: number;
  emailsPerMailbox: number;
  /** ISO codes of the countries whose numbers are texted. */
  smsCountries: readonly string[];
}

/** Everything that the environment decides, read once at boot and never again. */
export class Config {
  readonly env: 'development' | 'test' | 'production';
  readonly role: ProcessRole;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** Browsers are told to ask for https also of every name below PUBLIC_URL's. */
  readonly hstsSubdomains: boolean;
  /** The runtime role (`keel_app`): row-level security applies to it. */
  readonly databaseUrl: string;
  /** The role that owns only the `bullmq` schema; unused where the queues are on Redis. */
  readonly queueDatabaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly databaseTimeouts: DatabaseTimeouts;
  /** 32 bytes that wrap every clinic's own data key. */
  readonly masterKey: Buffer;
  readonly sessionSecret: string;
  readonly sessionIdleMinutes: number;
  readonly sessionAbsoluteHours: number;
  readonly passwordMemoryKiB: number;
  readonly passwordConcurrency: number;
  readonly rateLimit: boolean;
  /** Open connections from one network address, or open requests where a proxy names it. A clinic's browsers may stand behind one. */
  readonly connectionsPerAddress: number;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly twilio: TwilioConfig | undefined;
  readonly messaging: MessagingConfig;
  readonly openness: OpennessConfig;
  readonly alarms: AlarmConfig;
  /** Where the data lies, if on this machine: how much is free there is watched. */
  readonly dataDir: string | undefined;
  /** Where uploaded files lie; undefined where they have no place, and none are taken. */
  readonly files: FilesConfig | undefined;
  /** Backups are made by schedule, by the launcher's keeper: how far they have come is watched. */
  readonly backsUp: boolean;
  /** How often an open stream of events shows that it lives, and whether it still may. */
  readonly eventsBeatMs: number;
  /** How often what nobody needs any more is purged. */
  readonly purgeEveryMs: number;
  /** How often audit rows are sealed. */
  readonly auditSealEveryMs: number;
  /** How often every audit chain is read again. */
  readonly auditVerifyEveryMs: number;
  /** A file outside the database that keeps the head of each audit chain; without it the log alone does. */
  readonly auditHeadsPath: string | undefined;
  readonly logLevel: string;
  /** Asked for by /metrics where set; without it only this machine may read them. */
  readonly metricsToken: string | undefined;
  readonly trustedNetwork: boolean;
  /** Hosts, with a port or without, that may be called though they are inside and no other setting names them. */
  readonly outboundAllow: readonly string[];
  /** Whose X-Forwarded-For is believed: addresses, ranges, or `loopback`, `linklocal`, `uniquelocal`. */
  readonly trustedProxies: string[];

  /** @throws ConfigError naming every fault at once, each with what to set. */
  constructor(env: NodeJS.ProcessEnv) {
    const read = new EnvReader(env);
    this.env = read.oneOf('KEEL_ENV', ['development', 'test', 'production'] as const, 'development');
    this.role = read.oneOf('KEEL_ROLE', ['all', 'api', 'worker'] as const, 'all');
    this.port = read.integer('PORT', 3000, 0, 65_535);
    this.host = read.text('HOST', '0.0.0.0');
    this.publicUrl = read.url('PUBLIC_URL', ['http:', 'https:'], `http://localhost:${this.port}`).replace(/\/$/, '');
    this.hstsSubdomains = read.oneOf('HSTS_SUBDOMAINS', ['on', 'off'] as const, 'on') === 'on';
    this.databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
    this.redisUrl = read.optionalUrl('REDIS_URL', ['redis:', 'rediss:']);
    this.queueDatabaseUrl = this.redisUrl ? '' : read.url('QUEUE_DATABASE_URL', ['postgres:', 'postgresql:']);
    this.databasePoolSize = read.integer('DATABASE_POOL_SIZE', 12, 1, 500);
    this.databaseTimeouts = readTimeouts(read);
    this.masterKey = read.key('KEEL_MASTER_KEY', 32);
    this.sessionSecret = read.secret('KEEL_SESSION_SECRET', 32);
    this.sessionIdleMinutes = read.integer('SESSION_IDLE_MINUTES', 15, 1, 1440);
    this.sessionAbsoluteHours = read.integer('SESSION_ABSOLUTE_HOURS', 12, 1, 720);
    this.passwordMemoryKiB = read.integer('PASSWORD_MEMORY_KIB', 19_456, 64, 1_048_576);
    this.passwordConcurrency = read.integer('PASSWORD_CONCURRENCY', 2, 1, 64);
    this.rateLimit = read.oneOf('KEEL_RATE_LIMIT', ['on', 'off'] as const, 'on') === 'on';
    this.connectionsPerAddress = read.integer('MAX_CONNECTIONS_PER_ADDRESS', 512, 10, 100_000);
    this.smtpUrl = read.url('SMTP_URL', ['smtp:', 'smtps:'], this.env === 'production' ? undefined : 'smtp://localhost:3002');
    this.mailFrom = read.text('MAIL_FROM', 'Keel <no-reply@keel.invalid>');
    this.twilio = readTwilio(read);
    this.messaging = readMessaging(read);
    this.openness = readOpenness(read);
    this.alarms = readAlarms(read);
    this.dataDir = read.optional('KEEL_DATA_DIR');
    this.files = readFiles(read);
    this.backsUp = read.optional('KEEL_BACKUP_TO') !== undefined;
    this.eventsBeatMs = read.integer('EVENTS_BEAT_MS', 20_000, 50, 60_000);
    this.metricsToken = read.optional('METRICS_TOKEN');
    this.auditSealEveryMs = read.integer('AUDIT_SEAL_EVERY_MS', 300_000, 100, 86_400_000);
    this.purgeEveryMs = read.integer('PURGE_EVERY_MS', 600_000, 1000, 86_400_000);
    this.auditVerifyEveryMs = read.integer('AUDIT_VERIFY_EVERY_MS', 86_400_000, 100, 604_800_000);
    this.auditHeadsPath = read.optional('AUDIT_HEADS_PATH');
    this.logLevel = read.text('LOG_LEVEL', 'info');
    this.trustedNetwork = read.oneOf('KEEL_TRUSTED_NETWORK', ['0', '1'] as const, '0') === '1';
    this.outboundAllow = readOutboundAllow(read);
    // Nobody is believed who was not named: in a shared private network any neighbour could claim any address.
    const proxies = read.text('TRUSTED_PROXIES', 'none');
    this.trustedProxies = proxies === 'none' ? [] : proxies.split(',').map((name) => name.trim());
    if (this.env === 'production') demandProductionSettings(this, read);
    read.throwIfFaulty();
    Object.freeze(this);
  }

  get runsApi(): boolean {
    return this.role !== 'worker';
  }

  get runsWorkers(): boolean {
    return this.role !== 'api';
  }
}

/** All by one setting, how long a statement may take: whoever waits for a lock or a connection gives up before, whoever waits for an answer after. */
function readTimeouts(read: EnvReader): DatabaseTimeouts {
  const statementMs = read.integer('DATABASE_TIMEOUT_MS', 15_000, 300, 3_600_000);
  const share = (part: number) => Math.round(statementMs * part);
  return { statementMs, lockMs: share(2 / 3), idleInTransactionMs: share(2), answerMs: share(1.2), waitMs: share(2 / 3) };
}

function readTwilio(read: EnvReader): TwilioConfig | undefined {
  const accountSid = read.optional('TWILIO_ACCOUNT_SID');
  if (!accountSid) return undefined;
  const from = read.text('TWILIO_FROM').replace(/[\s().-]/g, '');
  if (from && !/^(\+[1-9]\d{7,14}|\d{5,6})$/.test(from))
    read.fault('TWILIO_FROM', 'must be a number of your Twilio account with its country code, such as +16135550100, or its short code');
  return {
    accountSid,
    authToken: read.text('TWILIO_AUTH_TOKEN'),
    from,
    apiUrl: read.url('TWILIO_API_URL', ['http:', 'https:'], 'https://api.twilio.com'),
  };
}

function readOpenness(read: EnvReader): OpennessConfig {
  const countries = read.text('SMS_COUNTRIES', 'CA,US').split(',');
  if (countries.some((code) => !/^[A-Z]{2}$/.test(code)))
    read.fault('SMS_COUNTRIES', 'must be country codes with commas between, such as CA,US');
  return {
    signUp: read.oneOf('KEEL_SIGN_UP', ['open', 'closed'] as const, 'open'),
    unprovedDays: read.integer('UNPROVED_DAYS', 14, 1, 365),
    invitationsPerDay: read.integer('INVITATIONS_PER_DAY', 50, 1, 10_000),
    unprovedInvitations: read.integer('UNPROVED_INVITATIONS', 20, 1, 10_000),
    smsPerDay: read.integer('SMS_PER_DAY', 2_000, 1, 1_000_000),
    emailsPerDay: read.integer('EMAILS_PER_DAY', 5_000, 1, 1_000_000),
    smsPerNumber: read.integer('SMS_PER_NUMBER', 20, 1, 1_000),
    emailsPerMailbox: read.integer('EMAILS_PER_MAILBOX', 100, 1, 10_000),
    smsCountries: countries,
  };
}

function readMessaging(read: EnvReader): MessagingConfig {
  const providerTimeoutMs = read.integer('MESSAGE_PROVIDER_TIMEOUT_MS', 10_000, 100, 60_000);
  const leaseMs = read.integer('MESSAGE_LEASE_MS', 60_000, 200, 3_600_000);
  if (leaseMs < 2 * providerTimeoutMs) read.fault('MESSAGE_LEASE_MS', 'must be at least twice MESSAGE_PROVIDER_TIMEOUT_MS');
  return {
    providerTimeoutMs,
    leaseMs,
    settleMs: read.integer('MESSAGE_SETTLE_MS', 120_000, 100, 3_600_000),
    retryMs: read.integer('MESSAGE_RETRY_MS', 30_000, 10, 3_600_000),
    lookEveryMs: read.integer('MESSAGE_LOOK_EVERY_MS', 1_000, 50, 60_000),
    missedEveryMs: read.integer('MESSAGE_MISSED_EVERY_MS', 60_000, 50, 3_600_000),
  };
}
