import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { testEnv } from '../testing/app.js';
import { dueNow, providers, type Providers, until } from '../testing/messaging.fixture.js';
import { session, type Session } from '../testing/session.js';
import { POOLS, queueOf } from './sending/pools.js';
import { aPlanned, messagesOf, once, type Seen } from './testing.js';

// The workers that are killed here are processes of their own, as the build makes them.
const WORKER = join(process.cwd(), 'apps/api/dist/worker.js');
const APPOINTMENTS = 12;

let world: Providers;
let clinic: Session;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(WORKER)) throw new Error('Build first: npm run build');
  world = await providers();
  clinic = await session('owner', { env: { ...world.env, KEEL_ROLE: 'api' } });
  world.leadTo(clinic.app);
});
afterEach(() => {
  world.sandbox.faults.clear();
  return kill();
});

function work(): void {
  const env = { PATH: process.env['PATH'], ...testEnv(clinic.app.database), ...world.env, KEEL_ROLE: 'worker' };
  worker = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** kill -9, and the process is gone when this returns. */
async function kill(): Promise<void> {
  const dying = worker;
  worker = undefined;
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const gone = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await gone;
}

const smsTo = (phone: string) => world.sandbox.control.sms(phone).length;
const mailsTo = (email: string) => world.sandbox.control.mails(email).length;

describe('a worker killed in the middle of sending', () => {
  it('after the provider took the message: an SMS is found and not repeated, an e-mail becomes staff work', async () => {
    work();
    const { appointmentId, phone, email } = await aPlanned(clinic);
    world.sandbox.faults.add({ channel: 'sms', fault: 'answer_late', ms: 60_000, times: 1, to: phone });
    world.sandbox.faults.add({ channel: 'email', fault: 'answer_late', ms: 60_000, times: 1, to: email });
    world.leadTo(undefined); // callbacks would give it away
    await dueNow(clinic.app, appointmentId);
    await until(() => smsTo(phone) === 1 && mailsTo(email) === 1, 'both messages at the provider');
    await kill();
    world.leadTo(clinic.app);
    expect((await messagesOf(clinic.owner, appointmentId)).map(({ status }) => status)).toEqual(['queued', 'queued']);
    work();
    expect(await once(clinic.owner, appointmentId, 'email', 'unknown')).toMatchObject({ reason: 'worker_lost' });
    await once(clinic.owner, appointmentId, 'sms', 'sent', 'delivered');
    // How often it was tried depends on the machine; how often it arrived does not.
    expect([smsTo(phone), mailsTo(email)]).toEqual([1, 1]);
  });

  it('before the provider took it, with a queue that lost all its jobs: the SMS goes again, the e-mail is never guessed at', async () => {
    work();
    const { appointmentId, phone, email } = await aPlanned(clinic);
    for (const [channel, to] of [
      ['sms', phone],
      ['email', email],
    ] as const) {
      world.sandbox.faults.add({ channel, fault: 'slow', ms: 1000, times: 1, to });
      world.sandbox.faults.add({ channel, fault: 'cut_before', times: 1, to });
    }
    await dueNow(clinic.app, appointmentId);
    await until(async () => (await messagesOf(clinic.owner, appointmentId)).every(({ status }) => status === 'queued'), 'both handed over');
    await until(() => world.sandbox.faults.list().filter(({ fault }) => fault === 'slow').length === 0, 'both at the provider');
    await kill();
    for (const pool of POOLS) await clinic.app.nest.get<Queue>(getQueueToken(queueOf(pool))).obliterate({ force: true });
    work();
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    await once(clinic.owner, appointmentId, 'email', 'unknown');
    expect([smsTo(phone), mailsTo(email)]).toEqual([1, 0]);
  });

  it('again and again, at any moment: nobody gets a message twice, and none is lost without a word', async () => {
    work();
    const appointments = await Promise.all(Array.from({ length: APPOINTMENTS }, () => aPlanned(clinic)));
    // Every hand-over takes a while, so that kills fall into the middle of some.
    world.sandbox.faults.add({ channel: 'sms', fault: 'slow', ms: 120 });
    world.sandbox.faults.add({ channel: 'email', fault: 'answer_late', ms: 120 });
    for (const { appointmentId } of appointments) await dueNow(clinic.app, appointmentId);
    // A mail that a kill cut off before it arrived never will: it is at its end without an arrival.
    const lost = async () => {
      const [row] = await clinic.app.sql<{ n: number }>("SELECT count(*)::int AS n FROM message WHERE status = 'unknown'");
      return row?.n ?? 0;
    };
    const before = await lost();
    const arrivals = () => appointments.reduce((sum, { phone, email }) => sum + smsTo(phone) + mailsTo(email), 0);
    for (const ended of [3, 9, 16]) {
      await until(
        async () => arrivals() + (await lost()) - before >= ended,
        `${ended} of ${2 * APPOINTMENTS} messages at their end`,
        90_000,
      );
      await kill();
      work();
    }
    const open = (message: Seen) => ['scheduled', 'queued'].includes(message.status);
    const settled = await until(
      async () => {
        const all = await Promise.all(
          appointments.map(async (appointment) => ({
            ...appointment,
            messages: await messagesOf(clinic.owner, appointment.appointmentId),
          })),
        );
        return all.every(({ messages }) => messages.length === 2 && !messages.some(open)) && all;
      },
      'every message at its end',
      90_000,
    );
    for (const { phone, email, messages } of settled) {
      const [sms] = messages.filter(({ channel }) => channel === 'sms');
      const [mail] = messages.filter(({ channel }) => channel === 'email');
      expect(['sent', 'delivered']).toContain(sms?.status);
      expect(smsTo(phone)).toBe(1);
      // A mail that was cut off in the middle may have arrived or not: staff are told, and it is not repeated.
      expect(['sent', 'unknown']).toContain(mail?.status);
      expect(mailsTo(email)).toBeLessThanOrEqual(1);
      if (mail?.status === 'sent') expect(mailsTo(email)).toBe(1);
    }
  }, 400_000);
});
