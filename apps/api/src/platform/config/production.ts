import { isIP } from 'node:net';
import type { EnvReader } from './env-reader.js';

/** What of the configuration production looks at. */
interface Checked {
  publicUrl: string;
  databaseUrl: string;
  queueDatabaseUrl: string;
  redisUrl: string | undefined;
  smtpUrl: string;
  twilio: { apiUrl: string; authToken: string } | undefined;
  masterKey: Buffer;
  sessionSecret: string;
  trustedNetwork: boolean;
}

/** Secrets that stood, or stand, in this repository: whoever has read it could forge with them. */
const PUBLISHED = ['a token that only the sandbox knows', 'a session secret of the tests alone'];
/** Random bytes repeat now and then; what somebody typed, or a buffer of zeros, does all the time. */
const FEWEST_DIFFERENT = 8;

/** What a clinic's installation must have and development need not. */
export function demandProductionSettings(config: Checked, read: EnvReader): void {
  demandOwnSecrets(config, read);
  // TLS ends before Keel or nowhere; people's browsers never stand in the trusted network.
  if (!config.publicUrl.startsWith('https:') && !isLoopback(config.publicUrl)) {
    read.fault('PUBLIC_URL', 'must be an https:// address in production: people reach it from outside, also where KEEL_TRUSTED_NETWORK=1');
  }
  const inClear = (url: string) => isLoopback(url) || (config.trustedNetwork && isPrivate(url));
  const orTrusted = 'or, for a name or an address of a closed network, set KEEL_TRUSTED_NETWORK=1';
  for (const [name, url] of [
    ['DATABASE_URL', config.databaseUrl],
    ['QUEUE_DATABASE_URL', config.queueDatabaseUrl],
  ] as const) {
    if (url && !inClear(url) && !/[?&]sslmode=(require|verify-ca|verify-full)/.test(url)) {
      read.fault(name, `must ask for TLS in production: add ?sslmode=verify-full, ${orTrusted}`);
    }
  }
  if (config.redisUrl && !config.redisUrl.startsWith('rediss:') && !inClear(config.redisUrl)) {
    read.fault('REDIS_URL', `must be rediss:// in production, ${orTrusted}`);
  }
  if (config.twilio && !config.twilio.apiUrl.startsWith('https:') && !inClear(config.twilio.apiUrl)) {
    read.fault('TWILIO_API_URL', 'must be an https:// address in production');
  }
  if (config.smtpUrl.startsWith('smtp:') && !inClear(config.smtpUrl) && !config.smtpUrl.includes('requireTLS=true')) {
    read.fault('SMTP_URL', `must be smtps:// or carry ?requireTLS=true in production, ${orTrusted}`);
  }
}

function demandOwnSecrets(config: Checked, read: EnvReader): void {
  const make = 'Make one of your own: openssl rand -base64 48';
  if (config.masterKey.length > 0 && new Set(config.masterKey).size < FEWEST_DIFFERENT) {
    read.fault('KEEL_MASTER_KEY', 'is not random. Make one of your own: openssl rand -base64 32');
  }
  if (config.sessionSecret && (PUBLISHED.includes(config.sessionSecret) || new Set(config.sessionSecret).size < FEWEST_DIFFERENT)) {
    read.fault('KEEL_SESSION_SECRET', `is published or not random. ${make}`);
  }
  if (config.twilio && PUBLISHED.includes(config.twilio.authToken)) {
    read.fault(
      'TWILIO_AUTH_TOKEN',
      'is published with Keel: anybody could forge replies with it. Set the token of your own Twilio account',
    );
  }
}

/** True for this machine itself and for Unix sockets, which pg takes as `?host=/run/postgresql`. */
function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, searchParams } = new URL(address);
  const host = searchParams.get('host') ?? hostname;
  return host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]'].includes(host);
}

/** True for what a closed network alone can reach: a name without a dot, such as a container's, and private addresses (RFC 1918, RFC 4193). */
function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const host = new URL(address).hostname.replaceAll(/^\[|\]$/g, '');
  if (isIP(host) === 4) return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host);
  if (isIP(host) === 6) return /^f[cd]/i.test(host);
  return host !== '' && !host.includes('.');
}
