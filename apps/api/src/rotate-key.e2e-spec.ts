import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { createApp } from './app.js';
import { once, remindNow } from './messaging/testing.js';
import { Files } from './platform/files/files.js';
import { Config, Crypto, systemCtx } from './platform/index.js';
import { rotateMasterKey } from './rotate-key.js';
import { testEnv } from './testing/app.js';
import { type TestDatabase, testDatabase } from './testing/database.js';
import { CLINIC_NUMBER, providers } from './testing/messaging.fixture.js';
import { session } from './testing/session.js';

const PLACE = { table: 'note', column: 'body', id: '1', patientId: null };
const CLINICS = ['a', 'b', 'c'].map((last) => `0199a8b0-0000-7000-8000-00000000000${last}`);
const keyOf = (database: TestDatabase) => Buffer.from(testEnv(database)['KEEL_MASTER_KEY'] ?? '', 'base64');
const configured = (database: TestDatabase, key: Buffer) => new Config({ ...testEnv(database), KEEL_MASTER_KEY: key.toString('base64') });

async function withCrypto<T>(database: TestDatabase, key: Buffer, work: (crypto: Crypto) => Promise<T>): Promise<T> {
  const crypto = new Crypto(configured(database, key));
  return work(crypto).finally(() => crypto.onApplicationShutdown());
}

const seal = (database: TestDatabase, key: Buffer) =>
  withCrypto(database, key, (crypto) =>
    Promise.all(CLINICS.map((clinic) => crypto.seal(systemCtx(clinic, 'test'), PLACE, `a note of ${clinic}`))),
  );

const open = (database: TestDatabase, key: Buffer, sealed: Buffer[]) =>
  withCrypto(database, key, (crypto) =>
    Promise.all(sealed.map((bytes, n) => crypto.open(systemCtx(CLINICS[n] ?? '', 'test'), PLACE, bytes))),
  );

async function boot(database: TestDatabase, key: Buffer): Promise<void> {
  const app = await createApp(configured(database, key));
  await app.init().finally(() => app.close());
}

/** Connections that were closed a moment ago still show for another. */
async function rotated(database: TestDatabase, from: Buffer, to: Buffer): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rotateMasterKey(database.superuserUrl, from, to);
    } catch (error) {
      if (attempt === 50 || !/still runs/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe('a new master key', () => {
  it('opens what the former one sealed, and the former one opens nothing and starts nothing any more', async () => {
    const database = await testDatabase();
    const [from, to] = [keyOf(database), randomBytes(32)];
    await boot(database, from);
    const sealed = await seal(database, from);
    expect(await rotated(database, from, to)).toBe(CLINICS.length);
    expect(await open(database, to, sealed)).toEqual(CLINICS.map((clinic) => `a note of ${clinic}`));
    await expect(open(database, from, sealed)).rejects.toThrow(/do not open/);
    await expect(boot(database, from)).rejects.toThrow(/KEEL_MASTER_KEY is not the key of this installation/);
    await boot(database, to);
    expect(await rotated(database, from, to)).toBe(0);
  });

  it('opens the files of before, and touches neither their bytes nor their keys', async () => {
    const database = await testDatabase();
    const [from, to] = [keyOf(database), randomBytes(32)];
    const folder = mkdtempSync(join(tmpdir(), 'keel-rotated-'));
    const ctx = systemCtx(CLINICS[0] ?? '', 'test');
    const withFiles = async <T>(key: Buffer, work: (files: Files) => Promise<T>): Promise<T> => {
      const env = { ...testEnv(database), KEEL_MASTER_KEY: key.toString('base64'), KEEL_FILES: folder };
      const app = await createApp(new Config(env));
      await app.init();
      return work(app.get(Files)).finally(() => app.close());
    };
    const owner = new pg.Client({ connectionString: database.superuserUrl });
    await owner.connect();
    const stored = async () => {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const { rows } = await owner.query('SELECT * FROM file');
      return [files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('base64')]), rows];
    };
    try {
      const plain = randomBytes(200_000);
      const wanted = { mediaType: 'image/png', name: 'scan.png', maxBytes: 1_000_000 };
      const { id } = await withFiles(from, (files) => files.keep(ctx, Readable.from([plain]), wanted));
      const before = await stored();
      expect(await rotated(database, from, to)).toBeGreaterThan(0);
      expect(await stored()).toEqual(before);
      const read = await withFiles(to, async (files) => {
        const { stream, name } = await files.open(ctx, id);
        return [name, Buffer.concat(await stream.toArray()).equals(plain)];
      });
      expect(read).toEqual(['scan.png', true]);
    } finally {
      await owner.end();
      rmSync(folder, { recursive: true });
    }
  });

  it('is refused with a wrong former one, and changes nothing', async () => {
    const database = await testDatabase();
    const from = keyOf(database);
    const sealed = await seal(database, from);
    await boot(database, from);
    await expect(rotated(database, randomBytes(32), randomBytes(32))).rejects.toThrow(/not the one of this database/);
    expect(await open(database, from, sealed)).toHaveLength(CLINICS.length);
  });

  it('is refused while Keel runs', async () => {
    const database = await testDatabase();
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    await expect(rotateMasterKey(database.superuserUrl, keyOf(database), randomBytes(32))).rejects.toThrow(/still runs on this database/);
    await client.end();
  });
});

describe('the phones that were texted before a new master key', () => {
  it('are known after it: a yes confirms its appointment, and a STOP is of the patient who sends it', async () => {
    const world = await providers();
    const here = await session('owner', { workers: true, env: world.env });
    const { app, owner } = here;
    // One of them has no text left to tell its number: it keeps nobody from changing the key.
    const [appointment, other, damaged] = [await remindNow(here), await remindNow(here), await remindNow(here)];
    for (const { appointmentId } of [appointment, other, damaged]) await once(owner, appointmentId, 'sms', 'sent', 'delivered');
    const breaking = "UPDATE message SET content = $2 WHERE appointment_id = $1 AND channel = 'sms'";
    await app.sql(breaking, [damaged.appointmentId, Buffer.alloc(64, 1)]);
    // Two clinics that know a phone leave only the conversation to say which of them is answered.
    const neighbour = await session('owner', { workers: true, env: world.env });
    for (const { phone } of [appointment, other]) {
      await neighbour.owner.post('/patients', { firstName: 'Zoé', lastName: 'Twin', dateOfBirth: '1990-01-01', phone }).expect(201);
    }
    await app.settle();
    await app.nest.close();
    const to = randomBytes(32);
    expect(await rotated(app.database, keyOf(app.database), to)).toBeGreaterThan(0);
    const env = { ...testEnv(app.database), KEEL_ROLE: 'all', ...world.env, KEEL_MASTER_KEY: to.toString('base64') };
    const nest = await createApp(new Config(env));
    try {
      await nest.listen(0, '127.0.0.1');
      const url = await nest.getUrl();
      world.leadTo({ url });
      await world.sandbox.carrier.receive(appointment.phone, CLINIC_NUMBER, 'C');
      const { body } = await owner.at(url).get(`/appointments/${appointment.appointmentId}`).expect(200);
      expect(body).toMatchObject({ status: 'confirmed' });
      await world.sandbox.carrier.receive(other.phone, CLINIC_NUMBER, 'ARRET');
      const said = await owner.at(url).get(`/messages?patientId=${other.patientId}&status=received`).expect(200);
      expect((said.body as { data: object[] }).data).toHaveLength(1);
    } finally {
      await nest.close();
    }
  });
});
