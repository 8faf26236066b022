import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { until } from '../../testing/messaging.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { session, type Session } from '../../testing/session.js';

const installed = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
if (!installed) process.stderr.write('No redis-server here: what happens while Redis hangs is not tested.\n');
const onRedis = installed ? describe : describe.skip;

/** Longer than a probe waits for an answer, a job's lock lasts and the alarm, as set here, is patient. */
const HANGS_MS = 20_000;

let redis: ChildProcess | undefined;
let here: Session;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port'))));
    });
  });
}

// After the application has ended.
afterAll(() => {
  redis?.kill('SIGTERM');
});

onRedis('a Redis that hangs and comes back', () => {
  beforeAll(async () => {
    const port = await freePort();
    redis = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
    here = await session('owner', { workers: true, env: { REDIS_URL: `redis://127.0.0.1:${port}`, ALARM_BACKLOG_SECONDS: '10' } });
  });
  // Before the application ends: a stopped Redis would hold that up.
  afterAll(() => {
    redis?.kill('SIGCONT');
  });

  it('loses nothing, does nothing twice, gives nothing up, and is told of by the alarm meanwhile', async () => {
    const ready = async () => (await fetch(`${here.app.url}/health/ready`)).status;
    await until(async () => (await ready()) === 200, 'a ready queue');
    // Some are in the workers' hands as it stops, some come while it does not answer.
    const before = await Promise.all(Array.from({ length: 20 }, () => aPatient(here.owner)));
    redis?.kill('SIGSTOP');
    const since = Date.now();
    const during = await Promise.all(Array.from({ length: 20 }, () => aPatient(here.owner)));
    await until(async () => (await ready()) === 503, 'an unready queue');
    await until(async () => (await alarms()).includes('event_backlog'), 'the alarm', 60_000);
    const metrics = await fetch(`${here.app.url}/metrics`);
    expect([metrics.status, await metrics.text()]).toEqual([200, expect.stringContaining('event_backlog')]);
    await until(() => Date.now() - since > HANGS_MS, 'the end of the pause', 60_000);
    redis?.kill('SIGCONT');
    const ids = [...before, ...during].map(({ id }) => id);
    const told = async () => {
      const sql = "SELECT patient_id FROM timeline_entry WHERE kind = 'patient.created' AND patient_id = ANY ($1)";
      return (await here.app.sql<{ patient_id: string }>(sql, [ids])).map((row) => row.patient_id);
    };
    await until(async () => (await told()).length >= ids.length, 'every event', 60_000);
    await here.app.settle();
    expect((await told()).toSorted()).toEqual(ids.toSorted());
    expect(await here.app.sql('SELECT listener FROM dead_letter')).toEqual([]);
    await until(async () => (await alarms()).length === 0, 'the alarm to clear', 60_000);
    expect(await ready()).toBe(200);
  }, 200_000);
});

async function alarms(): Promise<string[]> {
  const { body } = await here.owner.get('/alarms').expect(200);
  return (body as { data: { code: string }[] }).data.map(({ code }) => code);
}
