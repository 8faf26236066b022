export interface Piece {
  bytes: Buffer;
  /** True of the last one alone, which may be shorter, and is empty where there was nothing at all. */
  last: boolean;
}

/** The same bytes in pieces of this size. Holds one of them, and gives it away before it takes the next. */
export async function* pieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Piece> {
  let held = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const part of source) {
    for (let at = 0; at < part.length;) {
      // Whether a full one is the last is only known once more comes.
      if (filled === size) {
        yield { bytes: held, last: false };
        held = Buffer.allocUnsafe(size);
        filled = 0;
      }
      const taken = Math.min(size - filled, part.length - at);
      held.set(part.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: held.subarray(0, filled), last: true };
}
