import { createHash, randomUUID, randomUUIDv7 } from 'node:crypto';
import pg from 'pg';

const names = new Map<string, string>();

/** A statement under a name, so that it is parsed once a connection: as the API does. */
function prepared(text: string, values: unknown[]): pg.QueryConfig {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha256').update(text).digest('hex').slice(0, 16)));
  return { name, text, values };
}

/** One connection of a program that knows its SQL and nothing else. */
export class BareConnection {
  readonly #client: pg.Client;

  constructor(url: string) {
    // Pipelining lets the clinic and the query travel together, as in the API.
    this.#client = new pg.Client({ connectionString: url, application_name: 'keel-bare', pipeline: true } as pg.ClientConfig);
  }

  open(): Promise<void> {
    return this.#client.connect().then(() => undefined);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  async run(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.#client.query<Record<string, unknown>>(prepared(text, values))).rows;
  }

  /** A read in one round trip with the clinic it is scoped to. */
  async read(setClinic: string, clinicId: string, text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
    const [, rows] = await Promise.all([this.run(setClinic, [clinicId]), this.run(text, values)]);
    return rows;
  }

  /** @throws where it finds nothing, which would measure nothing. */
  async readSome(setClinic: string, clinicId: string, text: string, values: unknown[]): Promise<void> {
    if ((await this.read(setClinic, clinicId, text, values)).length === 0) throw new Error('The statement found nothing');
  }

  /** A transaction, statement by statement. */
  async transaction(setClinic: string, clinicId: string, work: () => Promise<void>): Promise<void> {
    await this.run('BEGIN');
    await this.run(setClinic, [clinicId]);
    await work();
    await this.run('COMMIT');
  }
}

/** Ids as the API makes them, and something for the request. */
export const freshId = (): string => randomUUIDv7();
export const requestId = (): string => randomUUID();
