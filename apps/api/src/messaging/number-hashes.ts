import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { type OpenSealed, SealBrokenError } from '../platform/index.js';
import type { Content } from './templates/render.js';

const BATCH = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** How a phone's conversation is found; keyed, because a plain hash of a number is guessed by counting. */
export function numberHash(masterKey: Buffer, number: string): Buffer {
  return createHmac('sha256', masterKey).update(`recipient|${number}`).digest();
}

/** As which a mailbox is counted: letters of either case, what follows a plus, and the dots of Gmail's own are all the same one. */
export function mailboxHash(masterKey: Buffer, address: string): Buffer {
  const [name = '', domain = ''] = address.toLowerCase().split(/@(?=[^@]*$)/);
  const bare = name.replace(/(?<=.)\+.*$/, '');
  const box = /^(?:gmail|googlemail)\.com$/.test(domain) ? bare.replaceAll('.', '') : bare;
  return createHmac('sha256', masterKey).update(`mailbox|${box}@${domain}`).digest();
}

/**
 * Carries a clinic's conversations over to another master key, inside the transaction that changes it: an answer finds what it
 * answers by the hash of its number, and the number itself stands in the sealed text alone.
 *
 * @param client the database as its owner
 * @param open opens what the clinic sealed
 */
export async function rehashNumbers(client: pg.Client, clinicId: string, to: Buffer, open: OpenSealed): Promise<void> {
  for (let after: string | undefined = FIRST; after !== undefined;) {
    const { rows }: { rows: { id: string; content: Buffer | null }[] } = await client.query(TEXTS, [clinicId, after, BATCH]);
    const numbers = rows.map(({ id, content }) => content && numberIn(open, id, content));
    const hashes = numbers.map((number) => number && numberHash(to, number));
    await client.query(REHASH, [clinicId, rows.map(({ id }) => id), hashes]);
    after = rows.length < BATCH ? undefined : rows.at(-1)?.id;
  }
}

/** Texts of nobody known keep no number: they are counted on as from no phone, which costs one answer too many. */
export async function forgetStrayNumbers(client: pg.Client): Promise<void> {
  await client.query("UPDATE stray_text SET number_hash = ''");
  await client.query('DELETE FROM phone_text');
}

/** Undefined where the text was damaged: nothing shows it any more, and it must not keep a leaked key in use. */
function numberIn(open: OpenSealed, id: string, content: Buffer): string | undefined {
  try {
    return (JSON.parse(open({ table: 'message', column: 'content', id }, content)) as Content).to;
  } catch (error) {
    if (error instanceof SealBrokenError) return undefined;
    throw error;
  }
}

const TEXTS = `SELECT id, content FROM message WHERE clinic_id = $1 AND recipient_hash IS NOT NULL AND id > $2 ORDER BY id LIMIT $3`;
const REHASH = `UPDATE message m SET recipient_hash = t.hash FROM unnest($2::uuid[], $3::bytea[]) AS t (id, hash)
  WHERE m.clinic_id = $1 AND m.id = t.id`;
