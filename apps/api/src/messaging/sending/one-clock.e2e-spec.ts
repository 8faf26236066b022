import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testEnv } from '../../testing/app.js';
import { dueNow, providers, type Providers } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aPlanned, once } from '../testing.js';

// A process of its own, as the build makes it, because its clock is to be another one.
const WORKER = join(process.cwd(), 'apps/api/dist/worker.js');
const HOURS = 2;

let world: Providers;
let clinic: Session;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(WORKER)) throw new Error('Build first: npm run build');
  // As in production: a worker that has just started must not be taken for one that slept.
  world = await providers({ MESSAGE_LEASE_MS: '60000' });
  clinic = await session('owner', { env: { ...world.env, KEEL_ROLE: 'api' } });
  world.leadTo(clinic.app);
});
afterEach(async () => {
  world.sandbox.faults.clear();
  const ending = worker;
  worker = undefined;
  if (!ending || ending.exitCode !== null) return;
  const gone = new Promise((resolve) => ending.once('exit', resolve));
  ending.kill('SIGKILL');
  await gone;
});

/** Workers on a machine whose clock is off by so many hours. */
function workersOff(hours: number): void {
  const shifted = `const D = Date, by = ${hours * 3_600_000};
    globalThis.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(D.now() + by); } static now() { return D.now() + by; } };`;
  const env = {
    PATH: process.env['PATH'],
    ...testEnv(clinic.app.database),
    ...world.env,
    KEEL_ROLE: 'worker',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(shifted)}`,
  };
  worker = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

describe.each([
  ['behind', -HOURS],
  ['ahead', HOURS],
])('workers whose clock is hours %s', (_, hours) => {
  it('send what is due by the database’s clock, and try again when that says so', async () => {
    workersOff(hours);
    const appointment = await aPlanned(clinic);
    world.sandbox.faults.add({ channel: 'sms', fault: 'fail', code: 20429, times: 1, to: appointment.phone });
    await dueNow(clinic.app, appointment.appointmentId);
    await once(clinic.owner, appointment.appointmentId, 'email', 'sent');
    // Not in two hours, and not again and again meanwhile.
    expect((await once(clinic.owner, appointment.appointmentId, 'sms', 'delivered', 'sent')).attempts).toBeLessThanOrEqual(2);
    const [row] = await clinic.app.sql<{ off: number }>(
      `SELECT max(abs(extract(epoch FROM a.started_at - clock_timestamp())))::float8 AS off
       FROM message_attempt a JOIN message m ON m.id = a.message_id WHERE m.appointment_id = $1`,
      [appointment.appointmentId],
    );
    expect(row?.off).toBeLessThan(600);
    expect(await clinic.app.sql('SELECT 1 FROM outbox WHERE abs(extract(epoch FROM occurred_at - created_at)) > 600')).toEqual([]);
  }, 60_000);
});
