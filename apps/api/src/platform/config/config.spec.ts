import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from './config.js';

const sound = {
  DATABASE_URL: 'postgres://keel_app:x@db.example/keel?sslmode=verify-full',
  QUEUE_DATABASE_URL: 'postgres://keel_queue:x@db.example/keel?sslmode=verify-full',
  KEEL_MASTER_KEY: Buffer.from(Array.from({ length: 32 }, (_, n) => n * 5)).toString('base64'),
  KEEL_SESSION_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789',
  PUBLIC_URL: 'https://clinic.example',
  SMTP_URL: 'smtps://mail.example',
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
  TWILIO_FROM: '+14165550100',
};

describe('configuration', () => {
  it('names every fault at once and repeats no secret', () => {
    const faulty = { ...sound, PORT: 'eighty', KEEL_ROLE: 'boss', DATABASE_URL: 'mysql://root:hunter2@db', KEEL_MASTER_KEY: 'short' };
    expect(() => new Config(faulty)).toThrow(/PORT.*KEEL_ROLE|KEEL_ROLE[^]*PORT/);
    expect(() => new Config(faulty)).toThrow(/DATABASE_URL must be an address/);
    expect(() => new Config(faulty)).toThrow(/KEEL_MASTER_KEY must be 32 random bytes/);
    expect(() => new Config(faulty)).not.toThrow(/hunter2/);
  });

  it('takes a number to send texts from, however it is spaced, and refuses what no text can come from', () => {
    expect(new Config({ ...sound, TWILIO_FROM: '+1 (613) 555-0100' }).twilio?.from).toBe('+16135550100');
    expect(new Config({ ...sound, TWILIO_FROM: '55512' }).twilio?.from).toBe('55512');
    expect(() => new Config({ ...sound, TWILIO_FROM: '613 555 0100' })).toThrow(/TWILIO_FROM must be a number.*country code/);
    expect(() => new Config({ ...sound, TWILIO_FROM: 'Maple' })).toThrow(/TWILIO_FROM must be a number/);
  });

  it('starts in production with TLS everywhere', () => {
    expect(new Config({ ...sound, KEEL_ENV: 'production' }).env).toBe('production');
  });

  it.each([
    ['PUBLIC_URL', 'http://clinic.example'],
    ['DATABASE_URL', 'postgres://keel_app:x@db.example/keel'],
    ['REDIS_URL', 'redis://queue.example'],
    // Whose certificate it is would go unchecked.
    ['DATABASE_URL', 'postgres://keel_app:x@db.example/keel?sslmode=require'],
    ['QUEUE_DATABASE_URL', 'postgres://keel_queue:x@db.example/keel?sslmode=verify-ca'],
    // Of two, the driver believes the last one.
    ['DATABASE_URL', 'postgres://keel_app:x@db.example/keel?sslmode=verify-full&sslmode=disable'],
    ['QUEUE_DATABASE_URL', 'postgres://keel_queue:x@db.example/keel?sslmode=disable&sslmode=verify-full'],
    ['DATABASE_URL', 'postgres://keel_app:x@db.example/keel?application_name=x#?sslmode=verify-full'],
    ['DATABASE_URL', 'postgres://keel_app:x@db.example/keel?host=localhost&host=db.example'],
    ['SMTP_URL', 'smtp://mail.example'],
    ['SMTP_URL', 'smtp://mail.example?requireTLS=true&ignoreTLS=true'],
    ['SMTP_URL', 'smtp://mail.example?requireTLS=true&requireTLS=false'],
    ['SMTP_URL', 'smtps://mail.example?secure=false'],
    ['TWILIO_API_URL', 'http://twilio.example'],
  ])('refuses production without TLS in %s: %s', (name, value) => {
    expect(() => new Config({ ...sound, KEEL_ENV: 'production', [name]: value })).toThrow(new RegExp(name));
  });

  it('lets loopback and Unix sockets go without TLS', () => {
    const local = { ...sound, KEEL_ENV: 'production', DATABASE_URL: 'postgres://keel_app@localhost/keel?host=%2Frun%2Fpostgresql' };
    expect(new Config({ ...local, QUEUE_DATABASE_URL: 'postgres://keel_queue:x@127.0.0.1/keel' }).runsWorkers).toBe(true);
  });

  it.each([
    ['DATABASE_URL', 'postgres://keel_app:x@postgres:5432/keel'],
    ['REDIS_URL', 'redis://10.1.2.3:6379'],
    ['SMTP_URL', 'smtp://relay:25'],
    ['TWILIO_API_URL', 'http://sandbox:3001'],
  ])('lets %s go without TLS to a closed network that is trusted, and only there', (name, value) => {
    const production = { ...sound, KEEL_ENV: 'production', [name]: value };
    expect(new Config({ ...production, KEEL_TRUSTED_NETWORK: '1' }).trustedNetwork).toBe(true);
    expect(() => new Config(production)).toThrow(new RegExp(name));
    const outside = value.replace(/(@|\/\/)[a-z0-9.]+:/, '$1service.example:');
    expect(() => new Config({ ...production, [name]: outside, KEEL_TRUSTED_NETWORK: '1' })).toThrow(new RegExp(name));
  });

  it('wants an https address for people, also in a trusted network', () => {
    const trusted = { ...sound, KEEL_ENV: 'production', KEEL_TRUSTED_NETWORK: '1' };
    for (const PUBLIC_URL of ['http://clinic.example', 'http://keel:3000', 'http://192.168.1.4']) {
      expect(() => new Config({ ...trusted, PUBLIC_URL })).toThrow(/PUBLIC_URL must be an https/);
    }
  });

  it.each([
    ['KEEL_MASTER_KEY', Buffer.alloc(32).toString('base64')],
    ['KEEL_SESSION_SECRET', 'a session secret of the tests alone'],
    ['KEEL_SESSION_SECRET', 'only generated data is behind this one'],
    ['KEEL_SESSION_SECRET', 'x'.repeat(64)],
    ['TWILIO_AUTH_TOKEN', '0123456789abcdef'],
    // One character less than a token has.
    ['TWILIO_AUTH_TOKEN', sound.TWILIO_AUTH_TOKEN.slice(1)],
    ['TWILIO_AUTH_TOKEN', '0'.repeat(32)],
    ['TWILIO_AUTH_TOKEN', 'a token that only the sandbox knows'],
  ])('refuses production with a %s that is published or not random', (name, value) => {
    expect(() => new Config({ ...sound, KEEL_ENV: 'production', [name]: value })).toThrow(new RegExp(name));
  });

  it('refuses production with hashes of passwords that are cheap to guess', () => {
    const production = { ...sound, KEEL_ENV: 'production' };
    for (const PASSWORD_MEMORY_KIB of ['64', '19455']) {
      expect(() => new Config({ ...production, PASSWORD_MEMORY_KIB })).toThrow(/PASSWORD_MEMORY_KIB must be 19456/);
    }
    expect(new Config({ ...production, PASSWORD_MEMORY_KIB: '19456' }).passwordMemoryKiB).toBe(19_456);
  });

  it('believes no proxy that was not named', () => {
    expect(new Config({ ...sound, KEEL_ENV: 'production' }).trustedProxies).toEqual([]);
    expect(new Config({ ...sound, TRUSTED_PROXIES: 'loopback, 10.0.0.7' }).trustedProxies).toEqual(['loopback', '10.0.0.7']);
  });

  it.each(['0.0.0.0/0', '::/0', '10.0.0.7, ::0/0', '*', 'true'])(
    'refuses production where everybody is believed: %s',
    (TRUSTED_PROXIES) => {
      expect(() => new Config({ ...sound, KEEL_ENV: 'production', TRUSTED_PROXIES })).toThrow(/TRUSTED_PROXIES believes everybody/);
    },
  );

  it('lets calls go inside to the hosts that are listed, and to none unless they are', () => {
    expect(new Config({ ...sound, KEEL_ENV: 'production' }).outboundAllow).toEqual([]);
    const listed = new Config({ ...sound, KEEL_OUTBOUND_ALLOW: 'Calendar.lan:8443, 10.1.2.3,[FD00::7],[::1]:80,' });
    expect(listed.outboundAllow).toEqual(['calendar.lan:8443', '10.1.2.3', 'fd00::7', '::1:80']);
    for (const KEEL_OUTBOUND_ALLOW of ['http://calendar.lan', '*', '10.0.0.0/8', 'a b', 'calendar.lan:', 'fd00::7']) {
      expect(() => new Config({ ...sound, KEEL_OUTBOUND_ALLOW })).toThrow(/KEEL_OUTBOUND_ALLOW must be hosts/);
    }
  });

  it('refuses production without a limit to how often passwords are tried', () => {
    expect(() => new Config({ ...sound, KEEL_ENV: 'production', KEEL_RATE_LIMIT: 'off' })).toThrow(/KEEL_RATE_LIMIT/);
  });

  it('reads any setting from a file, and says where that cannot be read', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'keel-config-')), 'key');
    writeFileSync(file, `${sound.KEEL_MASTER_KEY}\n`);
    const { KEEL_MASTER_KEY: key, ...rest } = sound;
    expect(new Config({ ...rest, KEEL_MASTER_KEY_FILE: file }).masterKey.toString('base64')).toBe(key);
    expect(() => new Config({ ...rest, KEEL_MASTER_KEY_FILE: `${file}.gone` })).toThrow(/KEEL_MASTER_KEY_FILE cannot be read/);
    expect(() => new Config({ ...sound, KEEL_MASTER_KEY_FILE: file })).toThrow(/KEEL_MASTER_KEY is set twice/);
  });

  it('refuses production without a master key or a session secret', () => {
    const { KEEL_MASTER_KEY: _key, KEEL_SESSION_SECRET: _secret, ...rest } = sound;
    expect(() => new Config({ ...rest, KEEL_ENV: 'production' })).toThrow(/KEEL_MASTER_KEY is not set[^]*KEEL_SESSION_SECRET is not set/);
  });

  it('takes a place for files, a folder that is there or a bucket, and does without', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keel-files-'));
    expect(new Config(sound).files).toBeUndefined();
    expect(new Config({ ...sound, KEEL_FILES: folder }).files).toEqual({ kind: 'folder', folder });
    const anywhere = { kind: 'bucket', bucket: 'clinic', folder: '', endpoint: undefined, region: 'us-east-1', credentials: undefined };
    expect(new Config({ ...sound, KEEL_FILES: 's3://clinic' }).files).toEqual(anywhere);
    writeFileSync(join(folder, 'secret'), 'hush\n');
    const own = {
      KEEL_FILES: 's3://clinic/of/keel/',
      KEEL_FILES_S3_ENDPOINT: 'https://s3.example',
      KEEL_FILES_S3_REGION: 'ca-central-1',
      KEEL_FILES_S3_KEY_ID: 'K',
      KEEL_FILES_S3_SECRET_FILE: join(folder, 'secret'),
    };
    expect(new Config({ ...sound, KEEL_ENV: 'production', ...own }).files).toEqual({
      ...{ kind: 'bucket', bucket: 'clinic', folder: 'of/keel', endpoint: 'https://s3.example', region: 'ca-central-1' },
      credentials: { accessKeyId: 'K', secretAccessKey: 'hush' },
    });
  });

  it.each([
    [{ KEEL_FILES: 'files' }, /KEEL_FILES is "files"; it must be the whole path of a folder/],
    [{ KEEL_FILES: '/nowhere/at/all' }, /KEEL_FILES leads to no folder: make \/nowhere\/at\/all, or mount/],
    [{ KEEL_FILES: 'ftp://clinic' }, /KEEL_FILES is "ftp:\/\/clinic"/],
    [{ KEEL_FILES: 's3://A/b' }, /KEEL_FILES is "s3:\/\/A\/b"; a bucket is named/],
    [{ KEEL_FILES: 's3://clinic', KEEL_FILES_S3_KEY_ID: 'K' }, /KEEL_FILES_S3_SECRET is not set, but KEEL_FILES_S3_KEY_ID is/],
    [{ KEEL_FILES: 's3://clinic', KEEL_FILES_S3_SECRET: 'S' }, /KEEL_FILES_S3_KEY_ID is not set/],
    [{ KEEL_FILES: 's3://clinic', KEEL_FILES_S3_ENDPOINT: 's3.example' }, /KEEL_FILES_S3_ENDPOINT must be an address/],
    [{ KEEL_FILES: tmpdir(), KEEL_FILES_S3_REGION: 'x' }, /KEEL_FILES_S3_REGION is set, but KEEL_FILES names no bucket/],
    [{ KEEL_FILES_S3_SECRET: 'S' }, /KEEL_FILES_S3_SECRET is set, but KEEL_FILES names no bucket/],
  ])('refuses half a place for files: %j', (half, told) => {
    expect(() => new Config({ ...sound, ...half })).toThrow(told);
  });

  it('refuses production with files that travel in the clear', () => {
    const plain = { ...sound, KEEL_ENV: 'production', KEEL_FILES: 's3://clinic', KEEL_FILES_S3_ENDPOINT: 'http://s3.example' };
    expect(() => new Config(plain)).toThrow(/KEEL_FILES_S3_ENDPOINT must be an https/);
    for (const KEEL_FILES_S3_ENDPOINT of ['http://127.0.0.1:9000', 'https://s3.example']) {
      expect(new Config({ ...plain, KEEL_FILES_S3_ENDPOINT }).files).toBeDefined();
    }
  });
});
