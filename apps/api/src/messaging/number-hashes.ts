import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { isUnopenable, type OpenSealed } from '../platform/index.js';
import { contentOf } from './messages/content-of.js';
import type { Content } from './templates/render.js';

const BATCH = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Text {
  id: string;
  patientId: string | null;
  content: Buffer | null;
}

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
    const { rows }: { rows: Text[] } = await client.query(TEXTS, [clinicId, after, BATCH]);
    const hashes: (Buffer | undefined)[] = [];
    for (const text of rows) {
      const number = await numberIn(open, text);
      hashes.push(number === undefined ? undefined : numberHash(to, number));
    }
    await client.query(REHASH, [clinicId, rows.map(({ id }) => id), hashes]);
    after = rows.length < BATCH ? undefined : rows.at(-1)?.id;
  }
}

/** Texts of nobody known keep no number: they are counted on as from no phone, which costs one answer too many. */
export async function forgetStrayNumbers(client: pg.Client): Promise<void> {
  await client.query("UPDATE stray_text SET number_hash = ''");
  await client.query('DELETE FROM phone_text');
}

/** Undefined where there is no text, or it was damaged or destroyed: nothing shows it any more, and it must not keep a leaked key in use. */
async function numberIn(open: OpenSealed, { content, ...message }: Text): Promise<string | undefined> {
  if (!content) return undefined;
  try {
    return (JSON.parse(await open(contentOf(message), content)) as Content).to;
  } catch (error) {
    if (isUnopenable(error)) return undefined;
    throw error;
  }
}

const TEXTS = `SELECT id, patient_id AS "patientId", content FROM message WHERE clinic_id = $1 AND recipient_hash IS NOT NULL AND id > $2 ORDER BY id LIMIT $3`;
const REHASH = `UPDATE message m SET recipient_hash = t.hash FROM unnest($2::uuid[], $3::bytea[]) AS t (id, hash)
  WHERE m.clinic_id = $1 AND m.id = t.id`;
