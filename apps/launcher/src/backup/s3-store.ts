import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SettingsError } from '../settings-error.ts';
import type { Store, Stored } from './store.ts';

const DELETED_AT_ONCE = 500;
const CONNECT_MS = 10_000;
/** Without a byte either way. */
const SILENT_MS = 60_000;
/** For one part of a backup, over a slow line. */
const ANSWER_MS = 15 * 60_000;

/**
 * A bucket, or a folder of one: `s3://bucket/folder`. Keys and region come as AWS's own programs take them (AWS_ACCESS_KEY_ID,
 * AWS_REGION, a role of the machine …); KEEL_BACKUP_S3_ENDPOINT names another service that speaks S3.
 *
 * @throws SettingsError where the bucket cannot be reached
 */
export async function openS3(address: string, env: NodeJS.ProcessEnv): Promise<Store> {
  const { hostname: bucket, pathname } = new URL(address);
  const endpoint = env['KEEL_BACKUP_S3_ENDPOINT'];
  const [accessKeyId, secretAccessKey] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']];
  const client = new S3Client({
    region: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1',
    // Services of one's own rarely have a name for each bucket.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    // Not every such service knows the newer checksums; what is put there is authenticated by itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A bucket that goes silent is given up, and tried again, instead of being waited for without end.
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true, socketTimeout: SILENT_MS },
  });
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal: AbortSignal.timeout(SILENT_MS) });
  } catch (error) {
    throw unreachable(address, error);
  }
  return new S3Store(address, client, bucket, pathname.replaceAll(/^\/+|\/+$/g, ''));
}

function unreachable(address: string, error: unknown): SettingsError {
  return new SettingsError(
    `${address} cannot be reached (${error instanceof Error ? error.name : 'unknown'}). Check the bucket's name, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and KEEL_BACKUP_S3_ENDPOINT.`,
    { cause: error },
  );
}

class S3Store implements Store {
  readonly address: string;
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  constructor(address: string, client: S3Client, bucket: string, folder: string) {
    this.address = address;
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = folder ? `${folder}/` : '';
  }

  /** S3 shows an object whole or not at all. */
  async put(name: string, bytes: Buffer): Promise<void> {
    await this.#told(
      this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: this.#prefix + name, Body: bytes, ContentLength: bytes.length })),
    );
  }

  async get(name: string): Promise<Buffer | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: this.#prefix + name }));
      return Body && Buffer.from(await Body.transformToByteArray());
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw unreachable(this.address, error);
    }
  }

  async list(folder: string): Promise<Stored[]> {
    const found: Stored[] = [];
    for (let next: string | undefined, more = true; more; more = next !== undefined) {
      const page = await this.#told(
        this.#client.send(
          new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: `${this.#prefix}${folder}/`, ...(next && { ContinuationToken: next }) }),
        ),
      );
      for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? [])
        found.push({ name: Key.slice(this.#prefix.length), bytes: Size, at: LastModified });
      next = page.NextContinuationToken;
    }
    return found;
  }

  async folders(): Promise<string[]> {
    const found: string[] = [];
    for (let next: string | undefined, more = true; more; more = next !== undefined) {
      const page = await this.#told(
        this.#client.send(
          new ListObjectsV2Command({
            Bucket: this.#bucket,
            Prefix: this.#prefix,
            Delimiter: '/',
            ...(next && { ContinuationToken: next }),
          }),
        ),
      );
      for (const { Prefix = '' } of page.CommonPrefixes ?? []) found.push(Prefix.slice(this.#prefix.length).replace(/\/$/, ''));
      next = page.NextContinuationToken;
    }
    return found;
  }

  async remove(names: readonly string[]): Promise<void> {
    for (let at = 0; at < names.length; at += DELETED_AT_ONCE) {
      const Objects = names.slice(at, at + DELETED_AT_ONCE).map((name) => ({ Key: this.#prefix + name }));
      await this.#told(this.#client.send(new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects, Quiet: true } })));
    }
  }

  #told<T>(sent: Promise<T>): Promise<T> {
    return sent.catch((error: unknown) => {
      throw unreachable(this.address, error);
    });
  }
}
