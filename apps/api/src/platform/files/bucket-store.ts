import { Readable } from 'node:stream';
import { DeleteObjectsCommand, GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { BucketConfig } from '../config/files-config.js';
import type { OutboundHttp } from '../outbound-http/outbound-http.js';
import type { FileStore } from './file-store.js';
import { FileStoreProblem } from './files.errors.js';
import { pieces } from './pieces.js';

/** What is stored is found again by this size: it never changes. */
const PIECE_BYTES = 8 * 1024 * 1024;
const DELETED_AT_ONCE = 500;
const CONNECT_MS = 5_000;
/** One piece, up or down, on a slow line. */
const ANSWER_MS = 60_000;

const digits = (index: number) => String(index).padStart(6, '0');

interface Listed {
  key: string;
  bytes: number;
}

/**
 * A bucket of Amazon's or of anything else that speaks S3. A file lies there as objects of 8 MiB, numbered: each is there whole or
 * not at all, and whatever an upload left behind is listed like all else. A multipart upload would leave parts that are billed and
 * that no listing of objects shows.
 */
export class BucketStore implements FileStore {
  private readonly client: S3Client;
  private readonly prefix: string;

  constructor(
    private readonly config: BucketConfig,
    outbound: OutboundHttp,
  ) {
    const { endpoint, region, credentials, folder } = config;
    this.prefix = folder ? `${folder}/` : '';
    this.client = new S3Client({
      region,
      // Services of one's own rarely have a name for each bucket.
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials }),
      // Not every such service knows the newer checksums; each chunk is authenticated by itself.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // Without the last two a bucket that goes silent is only warned of, and holds whoever asks it for ever.
      requestHandler: {
        ...outbound.agentsOf('KEEL_FILES'),
        ...{ connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true, socketTimeout: ANSWER_MS },
      },
    });
    this.client.middlewareStack.add(
      (next) => (asked) => {
        const host = (asked.request as { hostname: string }).hostname;
        return outbound.timed(host, true, async () => {
          const answer = await next(asked);
          return [answer, (answer.response as { statusCode: number }).statusCode];
        });
      },
      // Next to the wire: each try is told, and what it answered, before it is read.
      { step: 'deserialize', priority: 'low', name: 'tellCalls' },
    );
  }

  async put(name: string, bytes: AsyncIterable<Buffer>): Promise<void> {
    let index = 0;
    for await (const { bytes: Body } of pieces(bytes, PIECE_BYTES)) {
      const Key = `${this.prefix}${name}/${digits(index++)}`;
      await told(this.client.send(new PutObjectCommand({ Bucket: this.config.bucket, Key, Body, ContentLength: Body.length })));
    }
  }

  /** Of all its pieces: where one is missing they are not as many bytes as were put there. */
  async size(name: string): Promise<number | undefined> {
    let size: number | undefined;
    for await (const { bytes } of this.listed(`${name}/`)) size = (size ?? 0) + bytes;
    return size;
  }

  async *read(name: string, start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const index = Math.floor(at / PIECE_BYTES);
      const stop = Math.min(end, (index + 1) * PIECE_BYTES);
      const from = index * PIECE_BYTES;
      yield* this.object(`${name}/${digits(index)}`, at - from, stop - 1 - from);
      at = stop;
    }
  }

  async remove(names: readonly string[]): Promise<void> {
    const keys: string[] = [];
    for (const name of names) for await (const { key } of this.listed(`${name}/`)) keys.push(key);
    for (let at = 0; at < keys.length; at += DELETED_AT_ONCE) {
      const Objects = keys.slice(at, at + DELETED_AT_ONCE).map((key) => ({ Key: this.prefix + key }));
      const command = new DeleteObjectsCommand({ Bucket: this.config.bucket, Delete: { Objects, Quiet: true } });
      const { Errors = [] } = await told(this.client.send(command));
      if (Errors.length > 0) throw new FileStoreProblem(new Error(`The bucket kept ${Errors.length} objects: ${Errors[0]?.Code}`));
    }
  }

  close(): void {
    this.client.destroy();
  }

  async *names(folder: string): AsyncGenerator<string> {
    let former = '';
    for await (const { key } of this.listed(`${folder}/`)) {
      const name = key.slice(0, key.lastIndexOf('/'));
      if (name !== former) yield name;
      former = name;
    }
  }

  /** In the order of their keys, without the folder of the bucket. */
  private async *listed(prefix: string): AsyncGenerator<Listed> {
    for (let next: string | undefined, more = true; more; more = next !== undefined) {
      const command = new ListObjectsV2Command({
        Bucket: this.config.bucket,
        Prefix: this.prefix + prefix,
        ...(next && { ContinuationToken: next }),
      });
      const page = await told(this.client.send(command));
      for (const { Key = '', Size = 0 } of page.Contents ?? []) yield { key: Key.slice(this.prefix.length), bytes: Size };
      next = page.NextContinuationToken;
    }
  }

  private async *object(key: string, first: number, last: number): AsyncGenerator<Buffer> {
    const Range = `bytes=${first}-${last}`;
    const command = new GetObjectCommand({ Bucket: this.config.bucket, Key: this.prefix + key, Range });
    try {
      const { Body } = await this.client.send(command);
      if (!(Body instanceof Readable)) throw new Error('The bucket answered without a body');
      for await (const part of Body) yield part as Buffer;
    } catch (error) {
      if (error instanceof NoSuchKey || (error instanceof Error && error.name === 'InvalidRange')) return;
      throw new FileStoreProblem(error);
    }
  }
}

function told<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    throw new FileStoreProblem(error);
  });
}
