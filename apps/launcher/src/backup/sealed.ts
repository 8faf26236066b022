import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { SettingsError } from '../settings-error.ts';

const MAGIC = Buffer.from('KEELB1\n\0');
const IV_BYTES = 12;
const TAG_BYTES = 16;
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/**
 * What every file of a backup is sealed with: compressed, then AES-256-GCM, one message a file of at most a few dozen mebibytes.
 * A file's own name is authenticated with it, so none can be put in another's place.
 */
export class BackupKey {
  readonly #key: Buffer;
  /** Tells whether a key is right, and nothing of the key. */
  readonly check: string;

  private constructor(key: Buffer) {
    this.#key = key;
    this.check = createHmac('sha256', key).update('keel backup key').digest('hex');
  }

  /** The installation's own: whoever may read what is sealed inside may open the backup, and nobody has to keep another secret. */
  static ofMasterKey(masterKey: Buffer): BackupKey {
    return new BackupKey(Buffer.from(hkdfSync('sha256', masterKey, '', 'keel backup', 32)));
  }

  static of(key: Buffer): BackupKey {
    return new BackupKey(key);
  }

  /** Of a text that stays in clear: whoever has not the key can change the text, but not so that it is believed. */
  mark(name: string, text: string): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify(['keel backup mark', name, text]))
      .digest('hex');
  }

  async seal(name: string, plain: Buffer): Promise<Buffer> {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    cipher.setAAD(Buffer.from(name));
    const sealed = cipher.update(await compress(plain));
    return Buffer.concat([MAGIC, iv, sealed, cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws SettingsError where the file was altered, cut off, or is another one */
  async open(name: string, bytes: Buffer): Promise<Buffer> {
    const begin = MAGIC.length + IV_BYTES;
    const end = bytes.length - TAG_BYTES;
    if (end < begin || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw broken(name);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(MAGIC.length, begin));
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(end));
    try {
      return await decompress(Buffer.concat([decipher.update(bytes.subarray(begin, end)), decipher.final()]));
    } catch {
      throw broken(name);
    }
  }
}

/** Tells whether a master key is the one that a backup's database was sealed with, and nothing of the key. */
export function masterCheck(masterKey: Buffer): string {
  return createHmac('sha256', masterKey).update('keel backup of a database under this master key').digest('hex');
}

function broken(name: string): SettingsError {
  return new SettingsError(
    `${name} of the backup was altered or is cut off. Take this file from another copy of the backup, or restore an earlier one: "npm run backup -- --list" names them, --base chooses one.`,
  );
}
