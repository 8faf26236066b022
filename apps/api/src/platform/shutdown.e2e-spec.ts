import pg from 'pg';
import { aPatient } from '../testing/patients.fixture.js';
import { type Session, session } from '../testing/session.js';

const open: pg.Client[] = [];
afterEach(() => Promise.all(open.splice(0).map((client) => client.end())));

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Holds a table against writing, from a connection that the application's end does not touch. */
async function hold({ app }: Session, table: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  open.push(client);
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return client;
}

async function untilSomebodyWaits({ app }: Session): Promise<void> {
  const sql = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  for (let look = 0; look < 400; look++) {
    if ((await app.sql(sql)).length > 0) return;
    await soon(25);
  }
  throw new Error('Nobody came to wait at the held table');
}

/** Asks the application to stop while somebody waits at the table, lets go of it, and returns what is left when it has stopped. */
async function stopMeanwhile(at: Session, client: pg.Client): Promise<{ connections: string[] }> {
  await untilSomebodyWaits(at);
  const closed = at.app.nest.close();
  await soon(300);
  await client.query('COMMIT');
  await closed;
  return { connections: await connectionsLeft(client) };
}

/** PostgreSQL notices a connection that was closed a moment later. */
async function connectionsLeft(client: pg.Client): Promise<string[]> {
  const sql = "SELECT application_name AS name FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'keel%'";
  for (let look = 0; ; look++) {
    const { rows } = await client.query<{ name: string }>(sql);
    if (rows.length === 0 || look === 100) return rows.map(({ name }) => name);
    await soon(50);
  }
}

describe('an application that is told to stop', () => {
  it('finishes the jobs that it has begun, and leaves no connection', async () => {
    const at = await session('owner', { workers: true });
    await at.app.settle();
    const client = await hold(at, 'inbox');
    await aPatient(at.agent);
    const { connections } = await stopMeanwhile(at, client);
    const { rows } = await client.query("SELECT 1 FROM inbox JOIN outbox o ON o.id = event_id WHERE o.type = 'patient.created'");
    expect(rows.length).toBeGreaterThan(0);
    expect(connections).toEqual([]);
  });

  it('answers the requests that it has begun', async () => {
    const at = await session('owner', { env: { SESSION_IDLE_MINUTES: '59' } });
    const client = await hold(at, 'location');
    const answer = at.agent.get('/locations').then(({ status }) => status);
    const { connections } = await stopMeanwhile(at, client);
    expect(await answer).toBe(200);
    expect(connections).toEqual([]);
  });
});
