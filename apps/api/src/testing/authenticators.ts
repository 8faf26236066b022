import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** The code of an authenticator app: RFC 6238 by the letter, apart from any library. `secret` is base32, `step` counts 30 seconds. */
export function codeAt(secret: string, step: number): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export const codeNow = (secret: string): string => codeAt(secret, Math.floor(Date.now() / 30_000));

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

interface Asked {
  challenge: string;
  /** What of an honest answer is changed. */
  origin?: string;
  host?: string;
  verified?: boolean;
  count?: number;
  /** Whose it says it is; most name somebody. */
  person?: string;
}

/** A passkey in software (WebAuthn level 3, ES256, no attestation): signs as a browser with a security key does. */
export class SoftPasskey {
  readonly id = randomBytes(16);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private count = 0;

  /** The answer of `navigator.credentials.create()`. */
  create(asked: Asked): Record<string, unknown> {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const point = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
    // COSE (RFC 9052): key type EC2, algorithm ES256, curve P-256, x, y.
    const cose = Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]), point(x), Buffer.from([0x22]), point(y)]);
    const length = Buffer.from([0, this.id.length]);
    const data = Buffer.concat([this.head(asked, ATTESTED), Buffer.alloc(16), length, this.id, cose]);
    const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
    const attestationObject = Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), Buffer.from([0x59, data.length >> 8, data.length & 255]), data],
    ]);
    return this.answer({
      clientDataJSON: client('webauthn.create', asked).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The answer of `navigator.credentials.get()`. */
  get(asked: Asked): Record<string, unknown> {
    const data = this.head({ count: ++this.count, ...asked }, 0);
    const clientData = client('webauthn.get', asked);
    const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
      ...(asked.person !== undefined && { userHandle: Buffer.from(asked.person).toString('base64url') }),
    });
  }

  private head({ host = 'localhost', verified = true, count = 0 }: Asked, flags: number): Buffer {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    const flag = Buffer.from([flags | PRESENT | (verified ? VERIFIED : 0)]);
    return Buffer.concat([createHash('sha256').update(host).digest(), flag, counted]);
  }

  private answer(response: object): Record<string, unknown> {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {}, response };
  }
}

function client(type: string, { challenge, origin = 'http://localhost:3000' }: Asked): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
