import type pg from 'pg';

type Sizes = ReadonlyMap<string, { rows: number; kib: number }>;

const AGED = '8 days';
const BATCH = 1000;

/** Rows and size of every table, the queue's included. */
export async function sizes(client: pg.Client): Promise<Sizes> {
  const { rows: tables } = await client.query<{ name: string; kib: number }>(
    `SELECT oid::regclass::text AS name, (pg_total_relation_size(oid) / 1024)::int AS kib FROM pg_class
     WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'bullmq'::regnamespace) ORDER BY 1`,
  );
  const found = new Map<string, { rows: number; kib: number }>();
  for (const { name, kib } of tables) {
    const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${name}`);
    found.set(name, { rows: Number(rows[0]?.n), kib });
  }
  return found;
}

/** What a week does to what was left, and the purges after it; space that is free for the next rows counts as used. */
export async function purged(client: pg.Client): Promise<Sizes> {
  await client.query(`UPDATE outbox SET published_at = published_at - interval '${AGED}'`);
  await client.query(`UPDATE idempotency SET created_at = created_at - interval '${AGED}'`);
  const { rows: doors } = await client.query<{ name: string }>(
    "SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'purge\\_%' ORDER BY 1",
  );
  for (const { name } of doors) {
    for (;;) {
      const { rows } = await client.query<{ purged: string }>(`SELECT purged FROM ${name}($1)`, [BATCH]);
      if (Number(rows[0]?.purged) < BATCH) break;
    }
  }
  return sizes(client);
}

/** The tables with more rows than before, scaled to 10,000 requests, the largest first. */
export function growthSince(before: Sizes, after: Sizes, requests: number): string {
  const scale = 10_000 / requests;
  return [...after]
    .map(([name, { rows, kib }]) => {
      const old = before.get(name) ?? { rows: 0, kib: 0 };
      return { name, rows: Math.round((rows - old.rows) * scale), kib: Math.round((kib - old.kib) * scale) };
    })
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows)
    .map(({ name, rows, kib }) => `  ${name.padEnd(24)} ${String(rows).padStart(7)} rows ${String(kib).padStart(7)} KiB`)
    .join('\n');
}
