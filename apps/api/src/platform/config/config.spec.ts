import { Config } from './config.js';

const sound = {
  DATABASE_URL: 'postgres://keel_app:x@db.example/keel?sslmode=verify-full',
  QUEUE_DATABASE_URL: 'postgres://keel_queue:x@db.example/keel?sslmode=verify-full',
  KEEL_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  KEEL_SESSION_SECRET: 's'.repeat(32),
  PUBLIC_URL: 'https://clinic.example',
  SMTP_URL: 'smtps://mail.example',
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'token',
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

  it('starts in production with TLS everywhere', () => {
    expect(new Config({ ...sound, KEEL_ENV: 'production' }).env).toBe('production');
  });

  it.each([
    ['PUBLIC_URL', 'http://clinic.example'],
    ['DATABASE_URL', 'postgres://keel_app:x@db.example/keel'],
    ['REDIS_URL', 'redis://queue.example'],
    ['SMTP_URL', 'smtp://mail.example'],
    ['TWILIO_API_URL', 'http://twilio.example'],
  ])('refuses production without TLS in %s', (name, value) => {
    expect(() => new Config({ ...sound, KEEL_ENV: 'production', [name]: value })).toThrow(new RegExp(name));
  });

  it('lets loopback and Unix sockets go without TLS', () => {
    const local = { ...sound, KEEL_ENV: 'production', DATABASE_URL: 'postgres://keel_app@localhost/keel?host=%2Frun%2Fpostgresql' };
    expect(new Config({ ...local, QUEUE_DATABASE_URL: 'postgres://keel_queue:x@127.0.0.1/keel' }).runsWorkers).toBe(true);
  });

  it('refuses production without a master key or a session secret', () => {
    const { KEEL_MASTER_KEY: _key, KEEL_SESSION_SECRET: _secret, ...rest } = sound;
    expect(() => new Config({ ...rest, KEEL_ENV: 'production' })).toThrow(/KEEL_MASTER_KEY is not set[^]*KEEL_SESSION_SECRET is not set/);
  });
});
