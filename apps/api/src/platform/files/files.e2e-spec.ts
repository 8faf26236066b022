import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createApp } from '../../app.js';
import { settleRestored } from '../../restored.js';
import { type TestApp, testApp, testEnv } from '../../testing/app.js';
import { type SignedBucket, signedBucket } from '../../testing/signed-bucket.js';
import { Config } from '../config/config.js';
import { type Ctx, newId, systemCtx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { type FileStore, nameOf } from './file-store.js';
import { FileSweep } from './file-sweep.js';
import { Files, type KeptFile, type NewFile } from './files.js';
import { StoredFiles } from './stored-files.js';
import { fileSeal, newFileSecret, sealed } from './stream-seal.js';

const CHUNK = 64 * 1024;
const MIB = 1024 * 1024;
const shop = mkdtempSync(join(tmpdir(), 'keel-files-'));
const wanted: NewFile = { mediaType: 'application/pdf', name: 'Référence de Zoé.pdf', maxBytes: 100 * MIB };
let bucket: SignedBucket;

beforeAll(async () => {
  for (const folder of ['disk', 's3']) mkdirSync(join(shop, folder));
  bucket = await signedBucket(join(shop, 's3'));
});

afterAll(async () => {
  await bucket.close();
  rmSync(shop, { recursive: true, force: true });
});

const code = (wantedCode: string) => expect.objectContaining({ problem: expect.objectContaining({ code: wantedCode }) });
const ofClinic = (): Ctx => systemCtx(newId(), 'test');
const sourceOf = (bytes: Buffer, parts = 10_007) =>
  Readable.from(Array.from({ length: Math.ceil(bytes.length / parts) }, (_, n) => bytes.subarray(n * parts, (n + 1) * parts)));

async function joined(parts: AsyncIterable<unknown>): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const part of parts) found.push(part as Buffer);
  return Buffer.concat(found);
}

/** One of the two stores, with everything of an application that has it. */
class World {
  readonly files: Files;
  readonly sweep: FileSweep;
  readonly db: Db;
  private readonly place: StoredFiles;

  constructor(readonly app: TestApp) {
    this.files = app.nest.get(Files);
    this.sweep = app.nest.get(FileSweep);
    this.db = app.nest.get(Db);
    this.place = app.nest.get(StoredFiles);
  }

  store(): Promise<FileStore> {
    return this.place.store();
  }

  async name(ctx: Ctx, id: string): Promise<string> {
    return nameOf({ line: await this.place.line(), clinicId: ctx.clinicId, id });
  }

  async keep(ctx: Ctx, bytes: Buffer, more: Partial<NewFile> = {}): Promise<KeptFile> {
    return this.files.keep(ctx, sourceOf(bytes), { ...wanted, ...more });
  }

  async read(
    ctx: Ctx,
    id: string,
    ...range: Parameters<Files['open']> extends [unknown, unknown, ...infer R] ? R : never
  ): Promise<Buffer> {
    return joined((await this.files.open(ctx, id, ...range)).stream);
  }

  claim(ctx: Ctx, id: string): Promise<KeptFile> {
    return this.db.tx(ctx, (tx) => this.files.claim(tx, id));
  }

  async stored(ctx: Ctx, id: string): Promise<Buffer | undefined> {
    const [store, name] = [await this.store(), await this.name(ctx, id)];
    const size = await store.size(name);
    return size === undefined ? undefined : joined(store.read(name, 0, size));
  }

  /** What somebody who has the disk does to it. */
  async overwrite(ctx: Ctx, id: string, bytes: Buffer | undefined): Promise<void> {
    const [store, name] = [await this.store(), await this.name(ctx, id)];
    await store.remove([name]);
    if (bytes) await store.put(name, Readable.from([bytes]));
  }

  /** Rows and stored names of a clinic. */
  async left({ clinicId }: Ctx): Promise<{ rows: number; stored: number }> {
    const rows = await this.app.sql('SELECT 1 FROM file WHERE clinic_id = $1', [clinicId]);
    let stored = 0;
    for await (const name of (await this.store()).names(await this.place.line())) if (name.includes(clinicId)) stored++;
    return { rows: rows.length, stored };
  }

  async age(id: string): Promise<void> {
    await this.app.sql("UPDATE file SET created_at = now() - interval '25 hours' WHERE id = $1", [id]);
  }
}

const NOTHING = { rows: 0, stored: 0 };
const worldOf = async (store: string) => new World(await testApp(store === 'bucket' ? bucket.env : { KEEL_FILES: join(shop, 'disk') }));

async function until(met: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await met());) {
    if (Date.now() > end) throw new Error('It did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** 64 KiB at a time of bytes that do not compress and are the same each time. */
async function* endless(bytes: number, pulled: (so: number) => Promise<void>): AsyncGenerator<Buffer> {
  const cipher = createCipheriv('aes-256-ctr', Buffer.alloc(32, 1), Buffer.alloc(16));
  for (let at = 0; at < bytes; at += CHUNK) {
    await pulled(at);
    yield cipher.update(Buffer.alloc(Math.min(CHUNK, bytes - at)));
  }
}

describe.each(['disk', 'bucket'])('files in a %s', (kind) => {
  let world: World;

  beforeAll(async () => {
    world = await worldOf(kind);
  });

  it('come back as they were, 50 MB of them with no more than a piece in memory on the way in', async () => {
    const ctx = ofClinic();
    const size = 50_000_003;
    const store = await world.store();
    let [name, furthest] = ['', 0];
    /** How far what was taken is ahead of what lies in the store. */
    const ahead = async (taken: number) => {
      if (taken % (40 * CHUNK) !== 0 || taken === 0) return;
      const [row] = await world.app.sql<{ id: string }>('SELECT id FROM file WHERE clinic_id = $1', [ctx.clinicId]);
      name = await world.name(ctx, row?.id ?? '');
      const stored = kind === 'disk' ? statSync(join(shop, 'disk', `${name}.partial`)).size : ((await store.size(name)) ?? 0);
      furthest = Math.max(furthest, taken - stored);
    };
    const kept = await world.files.keep(ctx, Readable.from(endless(size, ahead)), wanted);
    expect(name).toContain(kept.id);
    expect(furthest).toBeLessThan(kind === 'disk' ? 24 * CHUNK : 8 * MIB + 24 * CHUNK);
    expect(kept).toMatchObject({ size, name: wanted.name, mediaType: 'application/pdf' });
    const { stream, ...about } = await world.files.open(ctx, kept.id);
    expect(about).toEqual({ ...kept, range: { first: 0, last: size - 1 } });
    const [hash, expected] = [createHash('sha256'), createHash('sha256')];
    for await (const part of stream) hash.update(part as Buffer);
    for await (const part of endless(size, async () => undefined)) expected.update(part);
    const digest = expected.digest();
    expect([hash.digest(), kept.sha256]).toEqual([digest, digest]);
    // Its parts lie in objects of 8 MiB: one in the middle, one over a border, and the very end.
    const plain = await joined(endless(size, async () => undefined));
    for (const first of [3 * MIB, 8 * MIB - CHUNK - 1, 8 * MIB, 16 * MIB - 5, size - 7]) {
      const part = await world.read(ctx, kept.id, { first, last: first + 3 * CHUNK });
      expect(part.equals(plain.subarray(first, first + 3 * CHUNK + 1))).toBe(true);
    }
  }, 120_000);

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])('come back as they were with %i bytes', async (size) => {
    const ctx = ofClinic();
    const plain = randomBytes(size);
    const { id } = await world.keep(ctx, plain, { expectedSha256: createHash('sha256').update(plain).digest() });
    expect((await world.read(ctx, id)).equals(plain)).toBe(true);
    await expect(world.files.open(ctx, id, { first: size })).rejects.toEqual(code('RANGE_NOT_SATISFIABLE'));
  });

  it('give any part, at every border of their chunks', async () => {
    const ctx = ofClinic();
    const plain = randomBytes(2 * CHUNK + 100);
    const { id } = await world.keep(ctx, plain);
    const edges = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, plain.length - 1];
    for (const first of edges) {
      for (const last of edges.filter((edge) => edge >= first)) {
        const { stream, range } = await world.files.open(ctx, id, { first, last });
        expect(range).toEqual({ first, last });
        expect((await joined(stream)).equals(plain.subarray(first, last + 1))).toBe(true);
      }
    }
    expect((await world.read(ctx, id, { suffix: 9 })).equals(plain.subarray(-9))).toBe(true);
    expect((await world.read(ctx, id, { first: 5, last: 10 * MIB })).equals(plain.subarray(5))).toBe(true);
    const { stream } = await world.files.open(ctx, id);
    stream.destroy();
    await new Promise((resolve) => stream.once('close', resolve));
  });

  it('say nothing of what they hold where they lie: no byte of it, not their name, and not alike for one and the same', async () => {
    const ctx = ofClinic();
    const plain = Buffer.alloc(CHUNK, 'the same words again. ');
    const [one, other] = [await world.keep(ctx, plain), await world.keep(ctx, plain)];
    expect(one.sha256).toEqual(other.sha256);
    const [stored, twin] = [await world.stored(ctx, one.id), await world.stored(ctx, other.id)];
    expect(stored?.includes('the same words')).toBe(false);
    expect(stored?.equals(twin ?? plain)).toBe(false);
    const [row] = await world.app.sql<{ text: string }>('SELECT file::text AS text FROM file WHERE id = $1', [one.id]);
    expect(row?.text).not.toMatch(new RegExp(Buffer.from('Zoé').toString('hex')));
  });

  it('are found to be tampered with: a bit turned, cut off, longer, swapped, older, or gone', async () => {
    const ctx = ofClinic();
    const plain = randomBytes(3 * CHUNK);
    const [{ id }, other] = [await world.keep(ctx, plain), await world.keep(ctx, randomBytes(3 * CHUNK))];
    const sound = (await world.stored(ctx, id)) ?? plain;
    const turned = Buffer.from(sound);
    turned[100] = (turned[100] ?? 0) ^ 4;
    const place = { clinicId: ctx.clinicId, id, chunkBytes: CHUNK };
    const older = await joined(sealed(fileSeal(newFileSecret(), place), sourceOf(plain)));
    const strange = await world.stored(ctx, other.id);
    for (const bytes of [turned, sound.subarray(0, CHUNK + 16), Buffer.concat([sound, sound]), older, strange, undefined]) {
      await world.overwrite(ctx, id, bytes);
      await expect(world.files.open(ctx, id)).rejects.toEqual(code('FILE_BROKEN'));
    }
    await world.overwrite(ctx, id, sound);
    expect((await world.read(ctx, id)).equals(plain)).toBe(true);
    await world.app.sql('UPDATE file SET key = (SELECT key FROM file WHERE id = $2) WHERE id = $1', [id, other.id]);
    await expect(world.files.open(ctx, id)).rejects.toEqual(code('FILE_BROKEN'));
  });

  it('give what was verified before a chunk that was altered, and what lies apart from it', async () => {
    const ctx = ofClinic();
    const plain = randomBytes(4 * CHUNK);
    const { id } = await world.keep(ctx, plain);
    const altered = (await world.stored(ctx, id)) ?? plain;
    altered[2 * (CHUNK + 16)] = (altered[2 * (CHUNK + 16)] ?? 0) ^ 1;
    await world.overwrite(ctx, id, altered);
    const seen: Buffer[] = [];
    const { stream } = await world.files.open(ctx, id);
    const reading = (async () => {
      for await (const part of stream) seen.push(part as Buffer);
    })();
    await expect(reading).rejects.toEqual(code('FILE_BROKEN'));
    expect(Buffer.concat(seen).equals(plain.subarray(0, 2 * CHUNK))).toBe(true);
    expect((await world.read(ctx, id, { first: 3 * CHUNK })).equals(plain.subarray(3 * CHUNK))).toBe(true);
  });

  it('are not there for another clinic', async () => {
    const [ctx, stranger] = [ofClinic(), ofClinic()];
    const { id } = await world.keep(ctx, randomBytes(10));
    await expect(world.files.open(stranger, id)).rejects.toEqual(code('NOT_FOUND'));
    await expect(world.claim(stranger, id)).rejects.toEqual(code('NOT_FOUND'));
    await expect(world.db.tx(stranger, (tx) => world.files.discard(tx, id))).rejects.toEqual(code('NOT_FOUND'));
    expect(await world.left(ctx)).toEqual({ rows: 1, stored: 1 });
  });

  it('are refused where they are too large, cut off, aborted or another than announced, and leave nothing', async () => {
    const ctx = ofClinic();
    const plain = randomBytes(200_000);
    await expect(world.keep(ctx, plain, { maxBytes: 199_999 })).rejects.toEqual(code('FILE_TOO_LARGE'));
    const cut = Object.assign(sourceOf(plain), { truncated: true });
    await expect(world.files.keep(ctx, cut, wanted)).rejects.toEqual(code('FILE_TOO_LARGE'));
    await expect(world.keep(ctx, plain, { expectedSha256: randomBytes(32) })).rejects.toEqual(code('FILE_ALTERED'));
    for (const error of [new Error('ECONNRESET'), undefined]) {
      const aborted = new Readable({ read: () => undefined });
      aborted.push(plain);
      setTimeout(() => aborted.destroy(error), 100);
      await expect(world.files.keep(ctx, aborted, wanted)).rejects.toEqual(code('UPLOAD_BROKEN_OFF'));
    }
    await expect(world.keep(ctx, plain, { mediaType: 'text/html; charset=x' })).rejects.toThrow(/media_type/);
    await expect(world.keep(ctx, plain, { name: '' })).rejects.toEqual(code('INVALID'));
    expect(await world.left(ctx)).toEqual(NOTHING);
    expect((await world.keep(ctx, plain, { maxBytes: 200_000 })).size).toBe(200_000);
  });

  it('are kept beside one another, and use up no Idempotency-Key', async () => {
    const ctx: Ctx = { ...ofClinic(), idempotency: { key: newId(), fingerprint: 'x', used: false } };
    const plains = [randomBytes(9 * MIB), randomBytes(5 * CHUNK), randomBytes(3)];
    const kept = await Promise.all(plains.map((plain) => world.keep(ctx, plain)));
    expect(ctx.idempotency?.used).toBe(false);
    for (const [n, { id }] of kept.entries()) expect((await world.read(ctx, id)).equals(plains[n] ?? plains[0]!)).toBe(true);
  });
});

describe.each(['disk', 'bucket'])('the owner of a file in a %s', (kind) => {
  let world: World;

  beforeAll(async () => {
    world = await worldOf(kind);
  });

  it('claims it once, in a transaction that may yet be given up; nobody else can', async () => {
    const ctx = ofClinic();
    const { id, size } = await world.keep(ctx, randomBytes(10));
    const givenUp = world.db.tx(ctx, async (tx) => {
      await world.files.claim(tx, id);
      throw new Error('given up');
    });
    await expect(givenUp).rejects.toThrow('given up');
    await expect(world.claim({ ...ctx, actor: { type: 'user', id: newId() } }, id)).rejects.toEqual(code('NOT_FOUND'));
    expect(await world.claim(ctx, id)).toMatchObject({ id, size, name: wanted.name });
    await expect(world.claim(ctx, id)).rejects.toEqual(code('FILE_TAKEN'));
  });

  it('discards it with its bytes, once that is committed', async () => {
    const ctx = ofClinic();
    const { id } = await world.keep(ctx, randomBytes(10));
    await world.claim(ctx, id);
    const givenUp = world.db.tx(ctx, async (tx) => {
      await world.files.discard(tx, id);
      throw new Error('given up');
    });
    await expect(givenUp).rejects.toThrow('given up');
    expect(await world.read(ctx, id)).toHaveLength(10);
    await world.db.tx(ctx, (tx) => world.files.discard(tx, id));
    await expect(world.files.open(ctx, id)).rejects.toEqual(code('NOT_FOUND'));
    await until(async () => (await world.left(ctx)).stored === 0);
  });

  it('has a day to claim it: the sweep takes what nobody claimed, and leaves what is young, claimed, or being claimed', async () => {
    const ctx = ofClinic();
    const [old, young, owned, held] = await Promise.all(Array.from({ length: 4 }, () => world.keep(ctx, randomBytes(CHUNK + 1))));
    await world.claim(ctx, owned!.id);
    for (const { id } of [old!, owned!, held!]) await world.age(id);
    await world.db.tx(ctx, async (tx) => {
      await world.files.claim(tx, held!.id);
      expect(await world.sweep.sweepUnclaimed()).toBe(1);
    });
    expect(await world.sweep.sweepUnclaimed()).toBe(0);
    await expect(world.claim(ctx, old!.id)).rejects.toEqual(code('NOT_FOUND'));
    expect(await world.stored(ctx, old!.id)).toBeUndefined();
    for (const { id } of [young!, owned!, held!]) expect(await world.read(ctx, id)).toHaveLength(CHUNK + 1);
  });

  it('keeps it also where it forgot to claim it: the row that refers to it holds it', async () => {
    const ctx = ofClinic();
    const [{ id }, other] = [await world.keep(ctx, randomBytes(10)), await world.keep(ctx, randomBytes(10))];
    await world.app.sql(
      'CREATE TABLE forgetful (clinic_id uuid, file_id uuid, FOREIGN KEY (clinic_id, file_id) REFERENCES file (clinic_id, id))',
    );
    await world.app.sql('INSERT INTO forgetful VALUES ($1, $2)', [ctx.clinicId, id]);
    for (const aged of [id, other.id]) await world.age(aged);
    expect(await world.sweep.sweepUnclaimed()).toBe(1);
    expect(await world.read(ctx, id)).toHaveLength(10);
    await expect(world.claim(ctx, id)).rejects.toEqual(code('FILE_TAKEN'));
  });
});

describe.each(['disk', 'bucket'])('a failure while a file is put into a %s', (kind) => {
  let world: World;

  beforeAll(async () => {
    world = await worldOf(kind);
  });

  const failing = async (events: string, work: () => Promise<void>) => {
    const { sql } = world.app;
    await sql("CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no more'; END $$");
    await sql(`CREATE CONSTRAINT TRIGGER fail AFTER ${events} ON file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail()`);
    await work().finally(() => sql('DROP TRIGGER fail ON file'));
  };

  it('at its commit leaves nothing', async () => {
    const ctx = ofClinic();
    await failing('UPDATE', () => expect(world.keep(ctx, randomBytes(10))).rejects.toThrow(/no more/));
    expect(await world.left(ctx)).toEqual(NOTHING);
  });

  it('by a death before its commit leaves what nobody can open and the sweep takes a day later', async () => {
    const ctx = ofClinic();
    // Neither the commit nor the tidying up after it comes through.
    await failing('UPDATE OR DELETE', () => expect(world.keep(ctx, randomBytes(10))).rejects.toThrow(/no more/));
    const [row] = await world.app.sql<{ id: string }>("SELECT id FROM file WHERE clinic_id = $1 AND state = 'uploading'", [ctx.clinicId]);
    const id = row?.id ?? '';
    await expect(world.files.open(ctx, id)).rejects.toEqual(code('NOT_FOUND'));
    await expect(world.claim(ctx, id)).rejects.toEqual(code('NOT_FOUND'));
    await world.sweep.sweepUnclaimed();
    expect(await world.left(ctx)).toEqual({ rows: 1, stored: 1 });
    await world.age(id);
    expect(await world.sweep.sweepUnclaimed()).toBe(1);
    expect(await world.left(ctx)).toEqual(NOTHING);
  });

  it('leaves bytes without a row to the sweep, which takes nothing else: no file, and no upload that is under way', async () => {
    const ctx = ofClinic();
    const kept = await world.keep(ctx, randomBytes(10));
    const lost = await world.keep(ctx, randomBytes(9 * MIB));
    await world.app.sql('DELETE FROM file WHERE id = $1', [lost.id]);
    const running = new Readable({ read: () => undefined });
    const plain = randomBytes(9 * MIB);
    running.push(plain);
    const keeping = world.files.keep(ctx, running, wanted);
    await until(async () => (await world.left(ctx)).stored === 3);
    expect(await world.sweep.sweepOrphans()).toBe(1);
    running.push(null);
    const { id } = await keeping;
    expect((await world.read(ctx, id)).equals(plain)).toBe(true);
    expect(await world.read(ctx, kept.id)).toHaveLength(10);
    expect(await world.sweep.sweepOrphans()).toBe(0);
    expect(await world.left(ctx)).toEqual({ rows: 2, stored: 2 });
  });
});

describe('a copy of the database that was restored beside it', () => {
  it('reads the files of the one it came from, and takes none of them away', async () => {
    const env = { KEEL_FILES: join(shop, 'shared') };
    mkdirSync(env.KEEL_FILES);
    const former = new World(await testApp(env));
    const ctx = ofClinic();
    const [file, discarded, unclaimed, later] = await Promise.all(Array.from({ length: 4 }, () => former.keep(ctx, randomBytes(20))));
    for (const { id } of [file!, discarded!]) await former.claim(ctx, id);
    await former.app.sql('DELETE FROM file WHERE id = $1', [later!.id]);
    await former.age(unclaimed!.id);
    const { database } = former.app;
    await settleRestored(database.superuserUrl, new Date());
    const nest = await createApp(new Config({ ...testEnv(database), ...env }));
    await nest.init();
    try {
      const copy = new World({ ...former.app, nest });
      expect(await copy.read(ctx, file!.id)).toHaveLength(20);
      await copy.db.tx(ctx, (tx) => copy.files.discard(tx, discarded!.id));
      expect([await copy.sweep.sweepUnclaimed(), await copy.sweep.sweepOrphans()]).toEqual([1, 0]);
      const own = await copy.keep(ctx, randomBytes(5));
      expect(await copy.read(ctx, own.id)).toHaveLength(5);
      for (const { id } of [file!, discarded!, unclaimed!, later!]) expect(await former.stored(ctx, id)).toBeDefined();
    } finally {
      await nest.close();
    }
  });
});

describe('a store that cannot be used', () => {
  it('is told in words, and keeps nothing: none that is configured, a wrong key, a folder in the way', async () => {
    const ctx = ofClinic();
    const none = new World(await testApp());
    await expect(none.keep(ctx, randomBytes(10))).rejects.toEqual(code('FILES_NOT_CONFIGURED'));
    const wrong = new World(await testApp({ ...bucket.env, KEEL_FILES_S3_SECRET: 'another' }));
    await expect(wrong.keep(ctx, randomBytes(10))).rejects.toEqual(code('FILES_UNAVAILABLE'));
    const gone = join(shop, 'gone');
    mkdirSync(gone);
    const unmounted = new World(await testApp({ KEEL_FILES: gone }));
    rmSync(gone, { recursive: true });
    await expect(unmounted.keep(ctx, randomBytes(10))).rejects.toEqual(code('FILES_UNAVAILABLE'));
    for (const { app } of [none, wrong, unmounted]) expect(await app.sql('SELECT 1 FROM file')).toEqual([]);
  });
});
