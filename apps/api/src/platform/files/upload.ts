import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { FileAlteredProblem, FileTooLargeProblem, UploadBrokenOffProblem } from './files.errors.js';

/** What comes in. Parsers of forms cut a file at their own limit and go on as if it ended there; they say so by `truncated`. */
export type UploadSource = Readable & { readonly truncated?: boolean };

export interface UploadLimits {
  /** The largest number of bytes that are taken. */
  maxBytes: number;
  /** 32 bytes, where the sender said what it sends. */
  expectedSha256?: Buffer | undefined;
}

/** Counts and hashes what passes, and refuses what is too much, cut off or another than was announced. */
export class Upload {
  private readonly hash: Hash = createHash('sha256');
  private counted = 0;

  constructor(
    private readonly source: UploadSource,
    private readonly limits: UploadLimits,
  ) {}

  /**
   * The bytes as they come.
   *
   * @throws FileTooLargeProblem at the first byte that is too much
   * @throws UploadBrokenOffProblem where the source ended before the file did
   */
  async *bytes(): AsyncGenerator<Uint8Array> {
    for await (const part of this.parts()) {
      this.counted += part.length;
      if (this.counted > this.limits.maxBytes) throw new FileTooLargeProblem(this.limits.maxBytes);
      this.hash.update(part);
      yield part;
    }
    if (this.source.truncated) throw new FileTooLargeProblem(Math.min(this.counted, this.limits.maxBytes));
  }

  /** Once the bytes are through. @throws FileAlteredProblem where they are not those that were announced */
  measured(): { size: number; sha256: Buffer } {
    const sha256 = this.hash.digest();
    const { expectedSha256 } = this.limits;
    if (expectedSha256 && !expectedSha256.equals(sha256)) throw new FileAlteredProblem();
    return { size: this.counted, sha256 };
  }

  private async *parts(): AsyncGenerator<Uint8Array> {
    try {
      for await (const part of this.source) {
        if (!(part instanceof Uint8Array)) throw new TypeError('An upload is read as bytes, not as text');
        yield part;
      }
    } catch (error) {
      throw error instanceof TypeError ? error : new UploadBrokenOffProblem(error);
    }
    // A source that was destroyed without an error may end like one that is whole.
    if (!this.source.readableEnded) throw new UploadBrokenOffProblem();
  }
}
