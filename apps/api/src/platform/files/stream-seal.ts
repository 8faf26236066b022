import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { SealBrokenError } from '../crypto/envelope.js';
import { pieces } from './pieces.js';

/*
 * STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, CRYPTO 2015):
 * a file is cut into chunks, and each is a message of AES-256-GCM of its own, whose nonce holds its number and whether it is the last.
 * So a chunk opens in its own place alone, and a file that ends early or goes on opens nowhere at its end.
 */

const SECRET_BYTES = 32;
const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
const MOST_CHUNKS = 2 ** 32;

/** What the chunks of one file are sealed by. */
export interface FileSeal {
  key: Buffer;
  /** The first 7 bytes of each nonce; 4 of the chunk's number and 1 that marks the last one follow. */
  prefix: Buffer;
  /** Bound to each chunk: the format, the clinic, the file, and the size of chunks. */
  aad: Buffer;
  /** Of the plaintext, in bytes; the last chunk may have less. */
  chunkBytes: number;
}

/** Which file it is: its bytes open as no other's. */
export interface FilePlace {
  clinicId: string;
  id: string;
  chunkBytes: number;
}

/** 32 random bytes. Each file has its own, so that no two chunks ever meet the same key and nonce. */
export function newFileSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** Key and prefix by HKDF (RFC 5869) from the file's secret, so that nothing but the secret has to be kept. */
export function fileSeal(secret: Buffer, { clinicId, id, chunkBytes }: FilePlace): FileSeal {
  if (secret.length !== SECRET_BYTES) throw new SealBrokenError();
  const derived = Buffer.from(hkdfSync('sha256', secret, '', 'keel file 1', SECRET_BYTES + PREFIX_BYTES));
  return {
    key: derived.subarray(0, SECRET_BYTES),
    prefix: derived.subarray(SECRET_BYTES),
    aad: Buffer.from(`keel file 1|${clinicId}|${id}|${chunkBytes}`),
    chunkBytes,
  };
}

/** One of 2^32 chunks at most; @returns the ciphertext and its 16-byte tag */
function sealChunk(seal: FileSeal, index: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonce(seal, index, last));
  cipher.setAAD(seal.aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBrokenError where this is not that chunk of that file, whole and as it was sealed */
function openChunk(seal: FileSeal, index: number, last: boolean, sealed: Buffer): Buffer {
  const end = sealed.length - TAG_BYTES;
  if (end < 0) throw new SealBrokenError();
  const decipher = createDecipheriv('aes-256-gcm', seal.key, nonce(seal, index, last), { authTagLength: TAG_BYTES });
  decipher.setAAD(seal.aad);
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
  } catch {
    throw new SealBrokenError();
  }
}

function nonce({ prefix }: FileSeal, index: number, last: boolean): Buffer {
  if (index >= MOST_CHUNKS) throw new RangeError('A file has more chunks than their numbers reach');
  const bytes = Buffer.alloc(PREFIX_BYTES + 5);
  prefix.copy(bytes);
  bytes.writeUInt32BE(index, PREFIX_BYTES);
  bytes[PREFIX_BYTES + 4] = last ? 1 : 0;
  return bytes;
}

/** Of a file of `size` bytes. An empty one has one empty chunk: that it is empty is sealed too. */
function chunkCount(size: number, chunkBytes: number): number {
  return Math.max(1, Math.ceil(size / chunkBytes));
}

/** How many bytes a file of `size` bytes takes once it is sealed. */
export function sealedSize(size: number, chunkBytes: number): number {
  return size + TAG_BYTES * chunkCount(size, chunkBytes);
}

/** Bytes of a file, both ends among them; `last` is `first - 1` where there are none. */
export interface ByteRange {
  first: number;
  last: number;
}

/** Where in the sealed file the chunks lie that hold this range; `end` is the first byte behind them. */
export function sealedSpan(size: number, chunkBytes: number, { first, last }: ByteRange): { start: number; end: number } {
  const sealed = chunkBytes + TAG_BYTES;
  const behind = Math.floor(Math.max(first, last) / chunkBytes) + 1;
  return { start: Math.floor(first / chunkBytes) * sealed, end: Math.min(behind * sealed, sealedSize(size, chunkBytes)) };
}

/** The chunks of a file, sealed, one after another. Holds two of them at a time, however long the file is. */
export async function* sealed(seal: FileSeal, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let index = 0;
  for await (const { bytes, last } of pieces(source, seal.chunkBytes)) yield sealChunk(seal, index++, last, bytes);
}

/**
 * The bytes of a range out of the chunks that hold it, each only after it was verified.
 *
 * @param size of the whole file, in bytes; a wrong one is found where the range reaches the last chunk
 * @param source what lies at `sealedSpan` of this range
 * @throws SealBrokenError at the first chunk that is altered, moved, missing or too many
 */
export async function* opened(
  seal: FileSeal,
  size: number,
  { first, last }: ByteRange,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const { chunkBytes } = seal;
  const count = chunkCount(size, chunkBytes);
  const end = Math.floor(Math.max(first, last) / chunkBytes) + 1;
  let index = Math.floor(first / chunkBytes);
  for await (const { bytes } of pieces(source, chunkBytes + TAG_BYTES)) {
    if (index >= end) throw new SealBrokenError();
    const plain = openChunk(seal, index, index === count - 1, bytes);
    const begin = index++ * chunkBytes;
    if (plain.length !== Math.min(chunkBytes, size - begin)) throw new SealBrokenError();
    yield plain.subarray(Math.max(0, first - begin), Math.max(0, last + 1 - begin));
  }
  if (index !== end) throw new SealBrokenError();
}
