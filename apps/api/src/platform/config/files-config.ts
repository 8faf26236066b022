import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { EnvReader } from './env-reader.js';

export interface BucketConfig {
  kind: 'bucket';
  bucket: string;
  /** Within the bucket, without slashes at its ends; '' for the whole of it. */
  folder: string;
  /** Another service that speaks S3; without it Amazon's. */
  endpoint: string | undefined;
  region: string;
  /** Without them the machine's own role is taken. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
}

/** Where sealed files lie. */
export type FilesConfig = { kind: 'folder'; folder: string } | BucketConfig;

const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/+(.*?))?\/*$/;
const OF_BUCKETS = ['KEEL_FILES_S3_ENDPOINT', 'KEEL_FILES_S3_REGION', 'KEEL_FILES_S3_KEY_ID', 'KEEL_FILES_S3_SECRET'] as const;

/** Undefined where nothing says where files lie: then none are taken. */
export function readFiles(read: EnvReader): FilesConfig | undefined {
  const place = read.optional('KEEL_FILES');
  if (place?.startsWith('s3:')) return readBucket(read, place);
  for (const name of OF_BUCKETS) {
    if (read.optional(name)) read.fault(name, 'is set, but KEEL_FILES names no bucket: set KEEL_FILES=s3://bucket/folder, or take it away');
  }
  if (!place) return undefined;
  if (!isAbsolute(place)) read.fault('KEEL_FILES', `is "${place}"; it must be the whole path of a folder, or s3://bucket/folder`);
  else if (!isFolder(place)) read.fault('KEEL_FILES', `leads to no folder: make ${place}, or mount the disk that it is on`);
  return { kind: 'folder', folder: place };
}

function readBucket(read: EnvReader, place: string): FilesConfig | undefined {
  const [, bucket, folder = ''] = BUCKET.exec(place) ?? [];
  const accessKeyId = read.optional('KEEL_FILES_S3_KEY_ID');
  const secretAccessKey = read.optional('KEEL_FILES_S3_SECRET');
  const endpoint = read.optionalUrl('KEEL_FILES_S3_ENDPOINT', ['http:', 'https:']);
  if (!bucket) {
    read.fault(
      'KEEL_FILES',
      `is "${place}"; a bucket is named as s3://bucket/folder, the bucket in small letters, digits, dots and hyphens`,
    );
    return undefined;
  }
  if (accessKeyId && !secretAccessKey) read.fault('KEEL_FILES_S3_SECRET', 'is not set, but KEEL_FILES_S3_KEY_ID is: a key has both');
  if (!accessKeyId && secretAccessKey) read.fault('KEEL_FILES_S3_KEY_ID', 'is not set, but KEEL_FILES_S3_SECRET is: a key has both');
  return {
    kind: 'bucket',
    bucket,
    folder,
    endpoint,
    region: read.text('KEEL_FILES_S3_REGION', 'us-east-1'),
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
