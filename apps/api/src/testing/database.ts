import pg from 'pg';

/** The three ways into one test database. */
export interface TestDatabase {
  name: string;
  appUrl: string;
  ownerUrl: string;
  queueUrl: string;
  superuserUrl: string;
  /** A Redis database of its own, where the queues are tested on Redis: else one app's workers would take another's jobs. */
  redisUrl: string | undefined;
}

interface TestCluster {
  port: number;
  password: string;
  template: string;
}

/** A fresh copy of the migrated template, about 0.1 s; made once per test file and left for the cluster's end. */
export async function testDatabase(): Promise<TestDatabase> {
  const text = process.env['KEEL_TEST_CLUSTER'];
  if (!text) throw new Error('There is no test cluster: run e2e tests with `--selectProjects e2e`, whose global set-up starts one');
  const { port, password, template } = JSON.parse(text) as TestCluster;
  const name = `keel_${process.pid}_${Date.now().toString(36)}`;
  const url = (user: string, database = name) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const client = new pg.Client({ connectionString: url('postgres', 'postgres') });
  await client.connect();
  try {
    // Workers that clone at once take turns: a template may have no other connection.
    await client.query('SELECT pg_advisory_lock(7165101)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY OWNER keel_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO keel_app, keel_queue`);
    await client.query(`GRANT CREATE, TEMPORARY ON DATABASE ${name} TO keel_queue`);
    await client.query(`ALTER DATABASE ${name} SET timezone = 'UTC'`);
    await client.query(`ALTER DATABASE ${name} SET random_page_cost = 1.1`);
    const redisUrl = await redisDatabase(client, name);
    return {
      name,
      appUrl: url('keel_app'),
      ownerUrl: url('keel_owner'),
      queueUrl: url('keel_queue'),
      superuserUrl: url('postgres'),
      redisUrl,
    };
  } finally {
    await client.end();
  }
}

/** PostgreSQL's own number of the clone tells them apart on Redis too. */
async function redisDatabase(client: pg.Client, name: string): Promise<string | undefined> {
  const server = process.env['KEEL_TEST_REDIS_URL'];
  if (!server) return undefined;
  const { rows } = await client.query<{ number: number }>(
    'SELECT (oid::int8 % 10000)::int4 AS number FROM pg_database WHERE datname = $1',
    [name],
  );
  return `${server}/${rows[0]?.number}`;
}
