import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { SealBrokenError } from '../crypto/envelope.js';
import { type ByteRange, type FilePlace, fileSeal, newFileSecret, opened, sealed, sealedSize, sealedSpan } from './stream-seal.js';

const CHUNK = 64;
const TAG = 16;
const SEALED_CHUNK = CHUNK + TAG;
const place: FilePlace = { clinicId: randomUUID(), id: randomUUID(), chunkBytes: CHUNK };
const secret = newFileSecret();
const seal = fileSeal(secret, place);
const BORDERS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK - 1, 3 * CHUNK, 3 * CHUNK + 1];
const whole = (size: number): ByteRange => ({ first: 0, last: size - 1 });

/** As a network brings it: in parts of any size. */
async function* inParts(bytes: Buffer, size = 23): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function joined(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const part of parts) found.push(part);
  return Buffer.concat(found);
}

const sealAll = (plain: Buffer, by = seal, parts?: number) => joined(sealed(by, inParts(plain, parts)));
/** All of a file, whatever lies where it should. */
const openAll = (bytes: Buffer, size: number, by = seal, parts?: number) => joined(opened(by, size, whole(size), inParts(bytes, parts)));

function openRange(bytes: Buffer, size: number, range: ByteRange): Promise<Buffer> {
  const { start, end } = sealedSpan(size, CHUNK, range);
  return joined(opened(seal, size, range, inParts(bytes.subarray(start, end))));
}

const chunksOf = (bytes: Buffer) =>
  Array.from({ length: Math.ceil(bytes.length / SEALED_CHUNK) }, (_, n) => bytes.subarray(n * SEALED_CHUNK, (n + 1) * SEALED_CHUNK));

const refused = (opening: Promise<Buffer>) => expect(opening).rejects.toThrow(SealBrokenError);

describe('a file that is sealed in chunks', () => {
  it.each(BORDERS)('comes back as it was, with %i bytes, and has the size that is said', async (size) => {
    const plain = randomBytes(size);
    const bytes = await sealAll(plain);
    expect(bytes).toHaveLength(sealedSize(size, CHUNK));
    expect(await openAll(bytes, size)).toEqual(plain);
  });

  it('comes back as it was, whatever it holds and however it is brought', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5 * CHUNK }), fc.integer({ min: 1, max: 200 }), async (bytes, parts) => {
        const plain = Buffer.from(bytes);
        expect(await openAll(await sealAll(plain, seal, parts), plain.length, seal, parts)).toEqual(plain);
      }),
    );
  });

  it('says nothing of what it holds: equal chunks are sealed to different bytes, in one file and in two', async () => {
    const plain = Buffer.alloc(2 * CHUNK, 7);
    const [first, second] = chunksOf(await sealAll(plain));
    expect(first?.subarray(0, CHUNK)).not.toEqual(second?.subarray(0, CHUNK));
    const again = await sealAll(plain, fileSeal(newFileSecret(), place));
    expect(chunksOf(again)[0]).not.toEqual(first);
  });

  it('gives any part of it, from the chunks that hold it alone', async () => {
    const size = 3 * CHUNK + 5;
    const plain = randomBytes(size);
    const bytes = await sealAll(plain);
    const edges = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 3 * CHUNK - 1, 3 * CHUNK, size - 1];
    for (const first of edges) {
      for (const last of edges.filter((edge) => edge >= first)) {
        expect(await openRange(bytes, size, { first, last })).toEqual(plain.subarray(first, last + 1));
      }
    }
    expect(sealedSpan(size, CHUNK, { first: CHUNK, last: CHUNK })).toEqual({ start: SEALED_CHUNK, end: 2 * SEALED_CHUNK });
  });
});

describe('a sealed file that was tampered with does not open', () => {
  const size = 2 * CHUNK + 9;
  const plain = randomBytes(size);
  let bytes: Buffer;

  beforeAll(async () => {
    bytes = await sealAll(plain);
  });

  it('with any single bit turned', async () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await refused(openAll(altered, size));
    }
  });

  it('cut off anywhere, at a border of chunks too, whatever size it is said to have', async () => {
    for (let length = 0; length < bytes.length; length++) {
      await refused(openAll(bytes.subarray(0, length), size));
      // Somebody who alters the row as well makes it fit.
      await refused(openAll(bytes.subarray(0, length), Math.max(0, length - TAG * Math.ceil(length / SEALED_CHUNK))));
    }
  });

  it('with anything behind its end: bytes, a chunk of its own, or another whole file', async () => {
    const [first = bytes] = chunksOf(bytes);
    for (const more of [Buffer.alloc(1), first, chunksOf(bytes).at(-1) ?? bytes, await sealAll(plain)]) {
      const longer = Buffer.concat([bytes, more]);
      await refused(openAll(longer, size));
      await refused(openAll(longer, size + Math.max(1, more.length - TAG)));
    }
  });

  it('where its row says another size, of as many chunks', async () => {
    for (const said of [size - 1, size + 1, 2 * CHUNK + 1, 3 * CHUNK]) await refused(openAll(bytes, said));
  });

  it('with its chunks in any other order, one left out, or one twice', async () => {
    const chunks = chunksOf(await sealAll(randomBytes(4 * CHUNK)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(chunks.length - 1), { maxLength: 6 }), async (order) => {
        if (order.join() === '0,1,2,3') return;
        const other = Buffer.concat(order.map((n) => chunks[n] ?? Buffer.alloc(0)));
        await refused(openAll(other, 4 * CHUNK));
        await refused(openAll(other, order.length * CHUNK));
      }),
    );
  });

  it('with a chunk of another file in its place, also of an older one under the same id', async () => {
    const older = await sealAll(plain, fileSeal(newFileSecret(), place));
    const other = await sealAll(plain, fileSeal(secret, { ...place, id: randomUUID() }));
    for (const strange of [older, other]) {
      for (let n = 0; n < 3; n++) {
        const mixed = chunksOf(bytes).map((chunk, index) => (index === n ? (chunksOf(strange)[n] ?? chunk) : chunk));
        await refused(openAll(Buffer.concat(mixed), size));
      }
      await refused(openAll(strange, size));
    }
  });

  it('as another file, in another clinic, in chunks of another size, or by another key', async () => {
    const strangers = [{ id: randomUUID() }, { clinicId: randomUUID() }, { chunkBytes: CHUNK + 1 }, { chunkBytes: size }];
    for (const change of strangers) await refused(openAll(bytes, size, fileSeal(secret, { ...place, ...change })));
    await refused(openAll(bytes, size, fileSeal(newFileSecret(), place)));
    expect(() => fileSeal(secret.subarray(1), place)).toThrow(SealBrokenError);
  });

  it('and gives nothing of the chunk that was altered, but what was verified before it', async () => {
    const altered = Buffer.from(bytes);
    altered[SEALED_CHUNK + 1] = (altered[SEALED_CHUNK + 1] ?? 0) ^ 1;
    const seen: Buffer[] = [];
    const reading = (async () => {
      for await (const part of opened(seal, size, whole(size), inParts(altered))) seen.push(part);
    })();
    await expect(reading).rejects.toThrow(SealBrokenError);
    expect(Buffer.concat(seen)).toEqual(plain.subarray(0, CHUNK));
  });
});
