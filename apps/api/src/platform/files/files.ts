import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Ctx, TxCtx } from '../context/ctx.js';
import { newId } from '../context/ctx.js';
import { Crypto } from '../crypto/crypto.js';
import { SealBrokenError } from '../crypto/envelope.js';
import { NOT_PERSONAL } from '../database/access.js';
import { Db } from '../database/db.js';
import { prepared } from '../database/prepared.js';
import { InvalidProblem, NotFoundProblem } from '../problems/problem.js';
import { rangeWithin, type WantedRange } from './byte-range.js';
import { type FileName, nameOf } from './file-store.js';
import { FileBrokenProblem, FileTakenProblem, RangeProblem } from './files.errors.js';
import { readableOf } from './readable-of.js';
import { StoredFiles } from './stored-files.js';
import { type ByteRange, fileSeal, newFileSecret, opened, sealed, sealedSize, sealedSpan } from './stream-seal.js';
import { Upload, type UploadLimits, type UploadSource } from './upload.js';

const CHUNK_BYTES = 64 * 1024;
const LONGEST_NAME = 255;

export interface NewFile extends UploadLimits {
  /** `type/subtype` in small letters, decided by whoever looked at the bytes: what a sender says of them is not believed. */
  mediaType: string;
  /** As the sender calls it, 255 characters at most; sealed, and never part of a path. */
  name: string;
}

export interface KeptFile {
  id: string;
  mediaType: string;
  name: string;
  /** Of the plaintext, in bytes. */
  size: number;
  /** Of the plaintext, 32 bytes: two uploads with one Idempotency-Key are told apart by it. */
  sha256: Buffer;
}

export interface OpenFile extends KeptFile {
  /** Which bytes of it come; undefined of an empty file, which has none. */
  range: ByteRange | undefined;
  /** Plaintext, each part only after it was verified. It fails by a FileBrokenProblem where the next part is not what was kept. Destroy it if it is not read. */
  stream: Readable;
}

interface Row {
  line: string;
  mediaType: string;
  name: Buffer;
  key: Buffer;
  chunkBytes: number;
  size: number;
  sha256: Buffer;
}

const COLUMNS = 'line, media_type AS "mediaType", name, key, chunk_bytes AS "chunkBytes", size, sha256';

/**
 * Files of a clinic, sealed in chunks, on disk or in a bucket. First a file is kept, which may take minutes; then its owner, a row with
 * `file_id` referring to `file (clinic_id, id)`, claims it in its own transaction. What nobody claimed is swept after a day.
 *
 * No permission is asked and no look is written down here: whoever owns a file does both before it opens one.
 */
@Injectable()
export class Files {
  private readonly logger = new Logger(Files.name);

  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly place: StoredFiles,
  ) {}

  /**
   * Keeps what comes in, in memory of one piece whatever its size, and nothing of it where it is refused. Outside any transaction,
   * which an upload would hold open for as long as it takes; an Idempotency-Key is left to the transaction that claims the file.
   *
   * @throws FileTooLargeProblem (413) where there are more than `maxBytes`
   * @throws UploadBrokenOffProblem (400) where it ended before its end
   * @throws FileAlteredProblem (422) where its hash is not the expected one
   * @throws FileStoreProblem (503) where the store cannot take it, NoFileStoreProblem (503) where there is none
   */
  async keep(ctx: Ctx, source: UploadSource, wanted: NewFile): Promise<KeptFile> {
    if (ctx.tx) throw new Error('A file is kept before the transaction of its owner begins: uploads take minutes');
    const own: Ctx = { ...ctx, idempotency: undefined };
    const id = newId();
    try {
      const secret = newFileSecret();
      const line = await this.begin(own, id, secret, wanted);
      const upload = new Upload(source, wanted);
      try {
        const seal = fileSeal(secret, { clinicId: ctx.clinicId, id, chunkBytes: CHUNK_BYTES });
        const store = await this.place.store();
        await store.put(nameOf({ line, clinicId: ctx.clinicId, id }), sealed(seal, upload.bytes()));
        const measured = upload.measured();
        await this.finish(own, id, measured);
        return { id, mediaType: wanted.mediaType, name: wanted.name, ...measured };
      } catch (error) {
        await this.giveUp(own, { line, clinicId: ctx.clinicId, id });
        throw error;
      }
    } finally {
      source.destroy();
    }
  }

  /**
   * Opens a file, or a part of it, for reading: only the chunks that hold this part are fetched. The length of all, and the first
   * chunk, are verified before this returns, so that a file that was altered is mostly refused by an answer and not by a cut.
   *
   * @throws NotFoundProblem (404) for another clinic's file, and for one whose upload has not ended
   * @throws RangeProblem (416) where the file has no byte of this part
   * @throws FileBrokenProblem (500), FileStoreProblem (503)
   */
  async open(ctx: Ctx, id: string, wanted?: WantedRange): Promise<OpenFile> {
    const text = `SELECT ${COLUMNS} FROM file WHERE clinic_id = $1 AND id = $2 AND state = 'kept'`;
    const [row] = await this.db.read<Row>(ctx, NOT_PERSONAL, text, [ctx.clinicId, id]);
    if (!row) throw new NotFoundProblem('file');
    const range = rangeWithin(row.size, wanted);
    if (!range) throw new RangeProblem(row.size);
    const kept = await this.described(ctx, id, row);
    const plain = this.plaintext(ctx, id, row, range);
    return { ...kept, range: row.size === 0 ? undefined : range, stream: readableOf(plain, await plain.next()) };
  }

  /**
   * Makes a file the caller's own, in the transaction that writes the row which refers to it. Only who uploaded it can.
   *
   * @throws NotFoundProblem (404) for a file that this caller has not uploaded, or that was swept
   * @throws FileTakenProblem (409) where it has an owner already
   */
  async claim(ctx: TxCtx, id: string): Promise<KeptFile> {
    const who = [ctx.clinicId, id, ctx.actor.type, ctx.actor.id];
    const uploaded = "clinic_id = $1 AND id = $2 AND created_by_type = $3 AND created_by = $4 AND state = 'kept'";
    const text = `UPDATE file SET owned_at = now() WHERE ${uploaded} AND owned_at IS NULL RETURNING ${COLUMNS}`;
    const [row] = await prepared<Row>(ctx, text, who);
    if (row) return this.described(ctx, id, row);
    const [taken] = await prepared(ctx, `SELECT 1 FROM file WHERE ${uploaded}`, who);
    throw taken ? new FileTakenProblem() : new NotFoundProblem('file');
  }

  /**
   * Takes a file away, in the transaction that takes away the row which refers to it, and after that row. Its key goes with the
   * commit, so nobody opens it any more; its bytes follow.
   *
   * @throws NotFoundProblem (404)
   */
  async discard(ctx: TxCtx, id: string): Promise<void> {
    const text = "DELETE FROM file WHERE clinic_id = $1 AND id = $2 AND state = 'kept' RETURNING line";
    const [row] = await prepared<{ line: string }>(ctx, text, [ctx.clinicId, id]);
    if (!row) throw new NotFoundProblem('file');
    const name = { line: row.line, clinicId: ctx.clinicId, id };
    ctx.afterCommit.push(() => void this.removeBytes(name));
  }

  /** The row is there before the first byte is, so that the sweep beside it takes no running upload for an orphan. */
  private async begin(ctx: Ctx, id: string, secret: Buffer, { name, mediaType }: NewFile): Promise<string> {
    if (name === '' || name.length > LONGEST_NAME)
      throw new InvalidProblem([{ pointer: '/name', detail: `must have 1 to ${LONGEST_NAME} characters` }]);
    await this.place.store();
    const line = await this.place.line();
    const { clinicId, actor } = ctx;
    const [sealedName, key] = await Promise.all([
      this.crypto.seal(ctx, { table: 'file', column: 'name', id, patientId: null }, name),
      this.crypto.seal(ctx, { table: 'file', column: 'key', id, patientId: null }, secret.toString('base64')),
    ]);
    const text = `INSERT INTO file (clinic_id, id, line, media_type, name, key, chunk_bytes, created_by_type, created_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
    const values = [clinicId, id, line, mediaType, sealedName, key, CHUNK_BYTES, actor.type, actor.id];
    await this.db.tx(ctx, (tx) => prepared(tx, text, values));
    return line;
  }

  /** The bytes are safe by now, so the row may point to them. */
  private async finish(ctx: Ctx, id: string, { size, sha256 }: Pick<KeptFile, 'size' | 'sha256'>): Promise<void> {
    const text = `UPDATE file SET state = 'kept', size = $3, sha256 = $4 WHERE clinic_id = $1 AND id = $2 RETURNING id`;
    const rows = await this.db.tx(ctx, (tx) => prepared(tx, text, [ctx.clinicId, id, size, sha256]));
    if (rows.length === 0) throw new Error('The upload took more than a day, and was swept');
  }

  /** First the row, then the bytes: a row never points to bytes that are not there. What cannot be done now is done by the sweep. */
  private async giveUp(ctx: Ctx, name: FileName): Promise<void> {
    try {
      await this.db.tx(ctx, (tx) => prepared(tx, 'DELETE FROM file WHERE clinic_id = $1 AND id = $2', [name.clinicId, name.id]));
    } catch (error) {
      this.logger.warn({ fileId: name.id, error: nameOfError(error) }, 'A refused upload is left to the sweep');
      return;
    }
    await this.removeBytes(name);
  }

  private async removeBytes(name: FileName): Promise<void> {
    try {
      // What another line wrote may be the very bytes of the clinic that this database is a copy of.
      if (name.line === (await this.place.line())) await (await this.place.store()).remove([nameOf(name)]);
    } catch (error) {
      this.logger.warn({ fileId: name.id, error: nameOfError(error) }, 'The bytes of a file are left to the sweep');
    }
  }

  private async *plaintext(ctx: Ctx, id: string, row: Row, range: ByteRange): AsyncGenerator<Buffer> {
    const { line, chunkBytes, size } = row;
    try {
      const name = nameOf({ line, clinicId: ctx.clinicId, id });
      const secret = await this.crypto.open(ctx, { table: 'file', column: 'key', id, patientId: null }, row.key);
      const seal = fileSeal(Buffer.from(secret, 'base64'), { clinicId: ctx.clinicId, id, chunkBytes });
      const store = await this.place.store();
      if ((await store.size(name)) !== sealedSize(size, chunkBytes)) throw new SealBrokenError();
      const { start, end } = sealedSpan(size, chunkBytes, range);
      yield* opened(seal, size, range, store.read(name, start, end));
    } catch (error) {
      if (!(error instanceof SealBrokenError)) throw error;
      this.logger.error({ clinicId: ctx.clinicId, fileId: id }, 'A stored file is not what was kept');
      throw new FileBrokenProblem(error);
    }
  }

  private async described(ctx: Ctx, id: string, { mediaType, name, size, sha256 }: Row): Promise<KeptFile> {
    return { id, mediaType, name: await this.crypto.open(ctx, { table: 'file', column: 'name', id, patientId: null }, name), size, sha256 };
  }
}

const nameOfError = (error: unknown) => (error instanceof Error ? error.name : 'unknown');
