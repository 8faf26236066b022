import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import S3rver from 's3rver';
import { freePort } from '../ports.ts';
import { workshop } from '../testing/workshop.ts';
import { openStore } from './open-store.ts';

const shop = workshop();
let server: S3rver;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  mkdirSync(join(shop.path, 's3'));
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(shop.path, 's3'),
    configureBuckets: [{ name: 'clinic', configs: [] }],
  });
  const { port } = await server.run();
  env = { KEEL_BACKUP_S3_ENDPOINT: `http://127.0.0.1:${port}`, AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
});

afterAll(async () => {
  await server.close();
  shop.remove();
});

describe('backups in a bucket', () => {
  it('are put, found again below their folder in the order of their names, and removed', async () => {
    const store = await openStore('s3://clinic/of/keel', env);
    const bytes = Buffer.alloc(300_000, 7);
    for (const name of ['line/wal/2', 'line/wal/1', 'line/line.json', 'second/line.json']) await store.put(name, bytes);
    expect(await store.get('line/wal/1')).toEqual(bytes);
    expect(await store.get('line/wal/3')).toBeUndefined();
    expect((await store.list('line/wal')).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['line/wal/1', 300_000],
      ['line/wal/2', 300_000],
    ]);
    expect(await store.folders()).toEqual(['line', 'second']);
    await store.remove(['line/wal/1', 'line/wal/2']);
    expect(await store.list('line/wal')).toEqual([]);
  });

  it('are refused in words where the bucket is not there, or nothing answers', async () => {
    await expect(openStore('s3://another', env)).rejects.toThrow(/s3:\/\/another cannot be reached .* Check the bucket's name/);
    await expect(openStore('s3://clinic', { ...env, KEEL_BACKUP_S3_ENDPOINT: `http://127.0.0.1:${await freePort()}` })).rejects.toThrow(
      /cannot be reached/,
    );
    await expect(openStore('ftp://clinic', env)).rejects.toThrow(/no place for backups/);
  });
});
