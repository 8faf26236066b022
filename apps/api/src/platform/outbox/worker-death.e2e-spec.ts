import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { testEnv } from '../../testing/app.js';
import { until } from '../../testing/messaging.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { session, type Session } from '../../testing/session.js';

// The workers that are killed here are processes of their own, as the build makes them.
const WORKER = join(process.cwd(), 'apps/api/dist/worker.js');
/** One more than what BullMQ takes for a failure by itself. */
const DEATHS = 3;

let here: Session;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(WORKER)) throw new Error('Build first: npm run build');
  here = await session('owner', { env: { KEEL_ROLE: 'api' } });
});
afterAll(kill);

function work(): void {
  const env = { PATH: process.env['PATH'], ...testEnv(here.app.database), KEEL_ROLE: 'worker' };
  worker = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function kill(): Promise<void> {
  const dying = worker;
  worker = undefined;
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const gone = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await gone;
}

describe('a worker killed again and again with the same deliveries in its hands', () => {
  it('is no failure of theirs: each is made once, by the one that lives, and none becomes a dead letter', async () => {
    const gate = new pg.Client({ connectionString: here.app.database.superuserUrl });
    await gate.connect();
    // Nobody gets past writing down that it was handled.
    await gate.query('BEGIN; LOCK TABLE inbox IN SHARE MODE');
    const patients = await Promise.all(Array.from({ length: 4 }, () => aPatient(here.owner)));
    const stuck = async () => {
      const sql =
        "SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'inbox'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
      return (await here.app.sql<{ n: number }>(sql))[0]?.n ?? 0;
    };
    for (let death = 0; death < DEATHS; death++) {
      work();
      await until(async () => (await stuck()) > 0, 'a delivery in hand', 60_000);
      await kill();
      // The database notices the end of a client that waits for a lock only when it is told.
      await here.app.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename = 'keel_app' AND datname = current_database()",
      );
      await until(async () => (await stuck()) === 0);
    }
    await gate.query('ROLLBACK');
    await gate.end();
    work();
    await until(
      async () => (await here.app.sql('SELECT 1 FROM inbox WHERE listener = $1', ['recordOnTimeline'])).length >= 4,
      'all handled',
      60_000,
    );
    await here.app.settle();
    expect(await here.app.sql('SELECT listener FROM dead_letter')).toEqual([]);
    const created = await here.app.sql<{ n: number }>(
      "SELECT count(*)::int AS n FROM timeline_entry WHERE kind = 'patient.created' AND patient_id = ANY ($1)",
      [patients.map(({ id }) => id)],
    );
    expect(created).toEqual([{ n: 4 }]);
  }, 240_000);
});
