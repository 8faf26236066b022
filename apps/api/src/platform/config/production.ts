import { isIP } from 'node:net';
import type { EnvReader } from './env-reader.js';
import type { FilesConfig } from './files-config.js';

/** What of the configuration production looks at. */
interface Checked {
  publicUrl: string;
  databaseUrl: string;
  queueDatabaseUrl: string;
  redisUrl: string | undefined;
  smtpUrl: string;
  twilio: { apiUrl: string; authToken: string } | undefined;
  files: FilesConfig | undefined;
  masterKey: Buffer;
  sessionSecret: string;
  passwordMemoryKiB: number;
  trustedNetwork: boolean;
  rateLimit: boolean;
  trustedProxies: readonly string[];
}

/** Random bytes repeat now and then; what somebody typed, or a buffer of zeros, does all the time. */
const FEWEST_DIFFERENT = 8;
/** OWASP's least for Argon2id with two passes: less is for tests, which hash all day. */
const LEAST_PASSWORD_KIB = 19_456;
/** Whole families of addresses, and what stands for any. */
const ANYBODY = /\/0+$|^(?:\*|true|any|all)$/i;
/** Twilio's tokens are 16 bytes in hex. */
const TWILIO_TOKEN_LENGTH = 32;
/** The others leave out whose certificate it is, or who signed it, by this driver or by the next version of it. */
const TLS_MODES = ['verify-full'];

/** What a clinic's installation must have and development need not. */
export function demandProductionSettings(config: Checked, read: EnvReader): void {
  demandOwnSecrets(config, read);
  // TLS ends before Keel or nowhere; people's browsers never stand in the trusted network.
  if (!config.publicUrl.startsWith('https:') && !isLoopback(config.publicUrl)) {
    read.fault('PUBLIC_URL', 'must be an https:// address in production: people reach it from outside, also where KEEL_TRUSTED_NETWORK=1');
  }
  if (!config.rateLimit)
    read.fault('KEEL_RATE_LIMIT', 'may be off for tests alone: passwords and codes could be tried without end. Remove it');
  if (config.trustedProxies.some((proxy) => ANYBODY.test(proxy))) {
    read.fault('TRUSTED_PROXIES', 'believes everybody: anybody could claim any address. Name the proxies that stand before Keel');
  }
  const inClear = (url: string) => isLoopback(url) || (config.trustedNetwork && isPrivate(url));
  const orTrusted = 'or, for a name or an address of a closed network, set KEEL_TRUSTED_NETWORK=1';
  for (const [name, url] of [
    ['DATABASE_URL', config.databaseUrl],
    ['QUEUE_DATABASE_URL', config.queueDatabaseUrl],
  ] as const) {
    if (url && !inClear(url) && !always(url, 'sslmode', TLS_MODES)) {
      read.fault(name, `must ask for TLS with a certificate that is checked in production: add ?sslmode=verify-full, once, ${orTrusted}`);
    }
  }
  if (config.redisUrl && !config.redisUrl.startsWith('rediss:') && !inClear(config.redisUrl)) {
    read.fault('REDIS_URL', `must be rediss:// in production, ${orTrusted}`);
  }
  if (config.twilio && !config.twilio.apiUrl.startsWith('https:') && !inClear(config.twilio.apiUrl)) {
    read.fault('TWILIO_API_URL', 'must be an https:// address in production');
  }
  const endpoint = config.files?.kind === 'bucket' ? config.files.endpoint : undefined;
  if (endpoint && !endpoint.startsWith('https:') && !inClear(endpoint)) {
    read.fault('KEEL_FILES_S3_ENDPOINT', `must be an https:// address in production, ${orTrusted}`);
  }
  if (config.smtpUrl && !inClear(config.smtpUrl) && !mailsByTls(config.smtpUrl)) {
    read.fault('SMTP_URL', `must be smtps:// or carry ?requireTLS=true, and neither secure nor ignoreTLS, in production, ${orTrusted}`);
  }
}

function demandOwnSecrets(config: Checked, read: EnvReader): void {
  const make = 'Make one of your own: openssl rand -base64 48';
  if (config.masterKey.length > 0 && new Set(config.masterKey).size < FEWEST_DIFFERENT) {
    read.fault('KEEL_MASTER_KEY', 'is not random. Make one of your own: openssl rand -base64 32');
  }
  if (config.sessionSecret && isTyped(config.sessionSecret)) {
    read.fault('KEEL_SESSION_SECRET', `is published or not random. ${make}`);
  }
  if (config.twilio && (config.twilio.authToken.length < TWILIO_TOKEN_LENGTH || isTyped(config.twilio.authToken))) {
    read.fault(
      'TWILIO_AUTH_TOKEN',
      'is not a token of Twilio, or published with Keel: anybody could forge replies with it. Set the 32 characters that the console of your own account shows',
    );
  }
  if (config.passwordMemoryKiB < LEAST_PASSWORD_KIB) {
    read.fault(
      'PASSWORD_MEMORY_KIB',
      `must be ${LEAST_PASSWORD_KIB} or more in production, so that stolen hashes cannot be guessed: remove it`,
    );
  }
}

/** Random bytes as base64 or hex hold no space: with one it is a sentence, as tests and the bench have theirs in this repository. */
function isTyped(secret: string): boolean {
  return /\s/.test(secret) || new Set(secret).size < FEWEST_DIFFERENT;
}

/** True where a parameter is there, and one of these each time: of several, each driver believes another one. */
function always(address: string, name: string, allowed: readonly string[]): boolean {
  const values = URL.canParse(address) ? new URL(address).searchParams.getAll(name) : [];
  return values.length > 0 && values.every((value) => allowed.includes(value));
}

function mailsByTls(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, searchParams } = new URL(address);
  if (searchParams.has('secure') || searchParams.has('ignoreTLS')) return false;
  return protocol === 'smtps:' || always(address, 'requireTLS', ['true']);
}

/** True for this machine itself and for Unix sockets, which pg takes as `?host=/run/postgresql`. */
function isLoopback(address: string): boolean {
  return hostsOf(address).every((host) => host.startsWith('/') || ['localhost', '127.0.0.1', '::1'].includes(host));
}

/** True for what a closed network alone can reach: a name without a dot, such as a container's, and private addresses (RFC 1918, RFC 4193). */
function isPrivate(address: string): boolean {
  return hostsOf(address).every(isPrivateHost);
}

/** All that a driver might take for the host: pg prefers the parameter. */
function hostsOf(address: string): string[] {
  if (!URL.canParse(address)) return [''];
  const { hostname, searchParams } = new URL(address);
  const named = searchParams.getAll('host');
  return (named.length > 0 ? named : [hostname]).map((host) => host.replaceAll(/^\[|\]$/g, ''));
}

function isPrivateHost(host: string): boolean {
  if (isIP(host) === 4) return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host);
  if (isIP(host) === 6) return /^f[cd]/i.test(host);
  return host !== '' && !host.includes('.');
}
