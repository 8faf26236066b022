// `npm run bench -- --storm N`: N reminders fall due at once; meanwhile workers are killed, providers fail, appointments are cancelled.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '@keel/sandbox';
import pg from 'pg';
import { Pool } from 'undici';
import { type RunningApi, startApi, startWorker } from './api.ts';
import { type Bench, prepare } from './database.ts';
import type { Options } from './options.ts';
import { idOf, keyOf, PRACTITIONERS } from './world.ts';

/** Both channels remind of each appointment. */
const MESSAGES_AN_APPOINTMENT = 2;
const DAYS_AHEAD = 10;
const AT_ONCE = 8;
const KILLS = 5;
const KILL_EVERY_MS = 12_000;
/** Every so many appointments one is cancelled while its reminders leave. */
const ONE_CANCELLED_OF = 20;
const PATIENCE_MS = 600_000;
/** Of how a provider behaves on a bad morning, per channel: shares of the storm that each trouble strikes. */
const TROUBLES = [
  { fault: 'fail', share: 0.05, code: { sms: 30_001, email: 451 } },
  { fault: 'cut_before', share: 0.02 },
  { fault: 'cut_after', share: 0.02 },
  { fault: 'answer_late', share: 0.005, ms: 15_000 },
] as const;

const say = (text: string) => process.stdout.write(`${text}\n`);

interface Appointment {
  id: string;
  clinic: number;
  phone: string;
  email: string;
}

export async function measureStorm(options: Options): Promise<void> {
  const bench = await prepare(options, say);
  const folder = mkdtempSync(join(tmpdir(), 'keel-storm-'));
  const sandbox = await startSandbox({ dataDir: folder, stepMs: 50 });
  const client = new pg.Client({ connectionString: bench.superuserUrl });
  await client.connect();
  try {
    await client.query('UPDATE clinic SET proved_at = now()');
    const settings = providersOf(sandbox, options.storm);
    const api = await startApi(bench, undefined, 'api', settings);
    try {
      await storm({ bench, client, sandbox, api, settings }, options.storm);
    } finally {
      await api.stop();
    }
  } finally {
    await client.end();
    await sandbox.stop();
    await bench.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function providersOf(sandbox: Sandbox, messages: number): Record<string, string> {
  return {
    SMTP_URL: sandbox.smtpUrl,
    TWILIO_ACCOUNT_SID: sandbox.twilio.accountSid,
    TWILIO_AUTH_TOKEN: sandbox.twilio.authToken,
    TWILIO_FROM: '+16135550100',
    TWILIO_API_URL: sandbox.httpUrl,
    SMS_PER_DAY: String(messages),
    EMAILS_PER_DAY: String(messages),
  };
}

interface Scene {
  bench: Bench;
  client: pg.Client;
  sandbox: Sandbox;
  api: RunningApi;
  settings: Record<string, string>;
}

async function storm(scene: Scene, messages: number): Promise<void> {
  const { client, sandbox } = scene;
  const worker = new Workers(scene);
  try {
    const appointments = await book(scene, Math.ceil(messages / MESSAGES_AN_APPOINTMENT));
    worker.start();
    await until('all reminders to be planned', async () => (await planned(client)) >= appointments.length * MESSAGES_AN_APPOINTMENT);
    for (const channel of ['sms', 'email'] as const) {
      for (const { share, fault, ...how } of TROUBLES) {
        const code = 'code' in how ? { code: how.code[channel] } : {};
        const times = Math.max(1, Math.round(appointments.length * share));
        sandbox.faults.add({ channel, fault, times, ...('ms' in how && { ms: how.ms }), ...code });
      }
    }
    const { rowCount } = await client.query(
      "UPDATE message SET due_at = clock_timestamp(), next_at = clock_timestamp() WHERE status = 'scheduled'",
    );
    say(`${rowCount} reminders of ${appointments.length} appointments are due.`);
    const began = performance.now();
    const killing = worker.killAgainAndAgain();
    const cancelled = await cancelSome(scene, appointments);
    await killing;
    await until('every message to be at its end', async () => (await open(client)) === 0);
    say(
      `All at their end after ${((performance.now() - began) / 1000).toFixed(0)} s, workers killed ${KILLS} times, ${cancelled.size} appointments cancelled.`,
    );
    await report(scene, appointments, cancelled);
  } finally {
    await worker.stop();
  }
}

/** The one process of workers, and its ends. */
class Workers {
  private readonly scene: Scene;
  private process: ChildProcess | undefined;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  start(): void {
    this.process = startWorker(this.scene.bench, this.scene.api.url, this.scene.settings);
  }

  async killAgainAndAgain(): Promise<void> {
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(KILL_EVERY_MS);
      await this.end('SIGKILL');
      this.start();
    }
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = this.process;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  }
}

/** Patients who can be reached both ways, each with a number and an address of their own, and an appointment of theirs. */
async function book({ api, bench }: Scene, count: number): Promise<Appointment[]> {
  const calls = new Calls(api.url);
  const start = Math.ceil((Date.now() + DAYS_AHEAD * 86_400_000) / 1_800_000) * 1_800_000;
  const one = async (n: number): Promise<Appointment> => {
    const clinic = 1 + (n % bench.world.size.clinics);
    const [phone, email] = [`+1416${String(2_000_000 + n)}`, `storm-${n}@patients.example`];
    const patient = await calls.post(clinic, '/patients', {
      firstName: 'Sam',
      lastName: `Storm ${n}`,
      dateOfBirth: '1980-01-01',
      phone,
      email,
    });
    const appointment = await calls.post(clinic, '/appointments', {
      patientId: patient.id,
      practitionerId: idOf('practitioner', clinic, n % PRACTITIONERS),
      serviceId: idOf('service', clinic),
      start: new Date(start).toISOString(),
      overbook: true,
    });
    return { id: appointment.id, clinic, phone, email };
  };
  const appointments = await inTurns(count, one);
  await calls.close();
  return appointments;
}

/** Cancels appointments while their reminders leave. @returns when each was answered to be cancelled, by the database's clock. */
async function cancelSome({ api, client }: Scene, appointments: readonly Appointment[]): Promise<ReadonlyMap<string, Date>> {
  const calls = new Calls(api.url);
  const chosen = appointments.filter((_, n) => n % ONE_CANCELLED_OF === 0);
  const cancelled = new Map<string, Date>();
  for (const { id, clinic } of chosen) {
    await calls.post(clinic, `/appointments/${id}/cancel`, { by: 'clinic' });
    const { rows } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
    if (rows[0]) cancelled.set(id, rows[0].at);
    await sleep((KILLS * KILL_EVERY_MS) / 2 / chosen.length);
  }
  await calls.close();
  return cancelled;
}

class Calls {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool(url, { connections: AT_ONCE, pipelining: 1 });
  }

  async post(clinic: number, path: string, body: unknown): Promise<{ id: string }> {
    const headers = { authorization: `Bearer ${keyOf(clinic)}`, 'content-type': 'application/json' };
    const answer = await this.pool.request({ method: 'POST', path: `/api/v1${path}`, headers, body: JSON.stringify(body) });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${await answer.body.text()}`);
    return (await answer.body.json()) as { id: string };
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

async function inTurns<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const n = next++;
      done[n] = await work(n);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done;
}

const count = async (client: pg.Client, sql: string, values: unknown[] = []): Promise<number> =>
  Number((await client.query<{ n: string }>(sql, values)).rows[0]?.n);
const planned = (client: pg.Client) => count(client, "SELECT count(*) AS n FROM message WHERE kind = 'reminder'");
const open = (client: pg.Client) => count(client, "SELECT count(*) AS n FROM message WHERE status IN ('scheduled', 'queued')");

async function until(what: string, read: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await read())) {
    if (performance.now() > deadline) throw new Error(`Ten minutes were not enough for ${what}`);
    await sleep(250);
  }
}

/** An attempt that was opened after its appointment was cancelled: the harm that must not be. */
const AFTER_CANCELLATION = `
  SELECT count(*) AS n FROM message_attempt t
  JOIN message m ON m.clinic_id = t.clinic_id AND m.id = t.message_id
  JOIN unnest($1::uuid[], $2::timestamptz[]) AS c (id, at) ON c.id = m.appointment_id
  WHERE t.started_at > c.at`;

const STATES = `SELECT channel || ' ' || status || coalesce(' (' || reason || ')', '') AS state, count(*)::int AS n
  FROM message WHERE kind = 'reminder' GROUP BY 1 ORDER BY 1`;

const PUNCTUAL = `SELECT coalesce(avg((t.first - m.due_at <= interval '60 seconds')::int), 0)::float8 AS share,
    coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM t.first - m.due_at)), 0)::float8 AS p50,
    coalesce(percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM t.first - m.due_at)), 0)::float8 AS p99
  FROM message m CROSS JOIN LATERAL (SELECT min(started_at) AS first FROM message_attempt a WHERE a.clinic_id = m.clinic_id AND a.message_id = m.id) t
  WHERE m.kind = 'reminder' AND t.first IS NOT NULL`;

const PACE = `SELECT count(*)::int AS n FROM (
    SELECT floor(extract(epoch FROM min(a.started_at) - m.due_at) / 10) AS ten FROM message m
    JOIN message_attempt a ON a.clinic_id = m.clinic_id AND a.message_id = m.id WHERE m.kind = 'reminder' GROUP BY m.id, m.due_at) x
  GROUP BY ten ORDER BY ten`;

/** @throws where somebody got a message twice, after the appointment was cancelled, or not at all without a word. */
async function report(
  { client, sandbox }: Scene,
  appointments: readonly Appointment[],
  cancelled: ReadonlyMap<string, Date>,
): Promise<void> {
  const { rows: states } = await client.query<{ state: string; n: number }>(STATES);
  for (const { state, n } of states) say(`  ${state.padEnd(48)} ${n}`);
  const { rows } = await client.query<{ share: number; p50: number; p99: number }>(PUNCTUAL);
  const { share = 0, p50 = 0, p99 = 0 } = rows[0] ?? {};
  say(`First attempt within 60 s of due: ${(share * 100).toFixed(1)} % (p50 ${p50.toFixed(1)} s, p99 ${p99.toFixed(1)} s)`);
  const { rows: pace } = await client.query<{ n: number }>(PACE);
  say(`First attempts in each ten seconds: ${pace.map(({ n }) => n).join(' ')}`);
  const arrived = new Map<string, number>();
  for (const to of [...sandbox.control.sms().map(({ to }) => to), ...sandbox.control.mails().flatMap(({ recipients }) => recipients)]) {
    arrived.set(to, (arrived.get(to) ?? 0) + 1);
  }
  const { rows: told } = await client.query<{ appointment: string; channel: 'sms' | 'email' }>(
    "SELECT appointment_id AS appointment, channel FROM message WHERE kind = 'reminder' AND status IN ('sent', 'delivered')",
  );
  const byId = new Map(appointments.map((appointment) => [appointment.id, appointment]));
  const lost = told.filter(
    ({ appointment, channel }) => !arrived.get(byId.get(appointment)?.[channel === 'sms' ? 'phone' : 'email'] ?? ''),
  );
  const faults = {
    'got it twice': [...arrived.values()].filter((n) => n > 1).length,
    'said to be sent, and never arrived': lost.length,
    'begun after the cancellation': await count(client, AFTER_CANCELLATION, [[...cancelled.keys()], [...cancelled.values()]]),
    'without a reminder': appointments.length * MESSAGES_AN_APPOINTMENT - (await planned(client)),
  };
  for (const [what, n] of Object.entries(faults)) say(`${what}: ${n}`);
  if (Object.values(faults).some((n) => n !== 0)) throw new Error('The storm did harm; see above');
}
