import { createHash } from 'node:crypto';

/**
 * The id of a default in one clinic: a name-based UUID (version 5, RFC 9562) in the clinic's own namespace. It is there before
 * any row is, stays the same when the first edit writes one, and is nothing in any other clinic.
 */
export function defaultId(clinicId: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(clinicId.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
