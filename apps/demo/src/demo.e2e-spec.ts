import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import request from 'supertest';
import { Agent, cookieOf, session, type TestApp, testApp, testEnv } from '@keel/api/testing';
import { DEMO_SIGN_IN } from './sign-in.js';

interface Appointment {
  id: string;
  patientId: string;
  practitionerId: string;
  start: string;
  status: string;
  documented: boolean;
  invoiceId: string | null;
  invoiceStatus: string | null;
}

const COUNTS = ['practitioner', 'patient', 'appointment', 'note', 'invoice', 'payment', 'message', 'outbox'];

describe('the demo clinic', () => {
  let app: TestApp;

  const demo = (): ChildProcess =>
    spawn(process.execPath, [join(process.cwd(), 'apps/demo/dist/main.js')], {
      env: { PATH: process.env['PATH'], ...testEnv(app.database), SMTP_URL: 'smtp://127.0.0.1:9', ...TWILIO },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve));
  const counts = async () =>
    (
      await app.sql<Record<string, number>>(
        `SELECT ${COUNTS.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`,
      )
    )[0] ?? {};

  beforeAll(async () => {
    app = await testApp();
    // Killed in the midst of its work, then finished by the next start.
    const first = demo();
    const death = ended(first);
    for (let appointments = 0; appointments < 100;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      appointments = (await counts())['appointment'] ?? 0;
      if (first.exitCode !== null) throw new Error('The demo ended before it could be killed');
    }
    first.kill('SIGKILL');
    await death;
    expect(await ended(demo())).toBe(0);
  }, 180_000);

  it('is whole after a start that was killed, and a further start changes nothing', async () => {
    const before = await counts();
    expect(before).toMatchObject({ practitioner: 6, patient: 60 });
    expect(before['appointment']).toBeGreaterThan(300);
    const twice = await app.sql('SELECT 1 FROM appointment GROUP BY practitioner_id, start_at HAVING count(*) > 1');
    expect(twice).toEqual([]);
    expect(await ended(demo())).toBe(0);
    const after = await counts();
    // An appointment may have come to its next step in between; nothing else is added.
    expect(after['appointment']).toBe(before['appointment']);
    expect(after['patient']).toBe(60);
    expect((after['outbox'] ?? 0) - (before['outbox'] ?? 0)).toBeLessThan(30);
  }, 120_000);

  it('tells of the past as it goes in a clinic: seen, written up, invoiced in order, mostly paid', async () => {
    const appointments = await past();
    const seen = appointments.filter(({ status }) => status === 'completed');
    expect(seen.length).toBeGreaterThan(appointments.length * 0.8);
    expect(appointments.filter(({ status }) => ['booked', 'confirmed', 'arrived'].includes(status))).toEqual([]);
    expect(seen.filter(({ documented }) => !documented)).toEqual([]);
    expect(seen.filter(({ invoiceId }) => invoiceId === null)).toEqual([]);
    expect(seen.filter(({ invoiceStatus }) => invoiceStatus === 'paid').length).toBeGreaterThan(seen.length * 0.7);
    const [order] = await app.sql<{ wrong: number }>(
      `SELECT count(*)::int AS wrong FROM (SELECT number, issued_at < lag(issued_at) OVER (ORDER BY number) - interval '1 day' AS late FROM invoice) AS i WHERE late`,
    );
    expect(order?.wrong).toBe(0);
  });

  it('lets everything happen after what it follows from', async () => {
    const early = await app.sql(
      `SELECT e.type FROM outbox e JOIN outbox b ON b.payload->>'appointmentId' = e.payload->>'appointmentId' AND b.type = 'appointment.booked'
       WHERE e.occurred_at < b.occurred_at OR e.occurred_at > now()`,
    );
    expect(early).toEqual([]);
    const unknown = await app.sql(
      `SELECT b.id FROM outbox b JOIN outbox p ON p.payload->>'patientId' = b.payload->>'patientId' AND p.type = 'patient.created'
       WHERE b.type = 'appointment.booked' AND b.occurred_at < p.occurred_at`,
    );
    expect(unknown).toEqual([]);
  });

  it('has sent reminders of the past only on paper, and plans those to come', async () => {
    const due = await app.sql(`SELECT 1 FROM message WHERE kind = 'reminder' AND next_at < now()`);
    expect(due).toEqual([]);
    const byStatus = await app.sql<{ status: string; n: number }>(
      `SELECT status, count(*)::int AS n FROM message WHERE kind = 'reminder' GROUP BY status`,
    );
    const of = Object.fromEntries(byStatus.map(({ status, n }) => [status, n]));
    expect(of).toMatchObject({ sent: expect.any(Number), delivered: expect.any(Number) });
    expect(Object.keys(of).sort()).toEqual(['delivered', 'sent']);
  });

  it('offers everything in French too, to whoever reads it', async () => {
    const owner = await signIn(DEMO_SIGN_IN.email);
    const { data } = (await owner.get('/services').expect(200)).body as { data: { name: string; nameIn: { fr?: string } | null }[] };
    expect(data.length).toBeGreaterThan(5);
    expect(data.filter(({ name, nameIn }) => !nameIn?.fr || nameIn.fr === name)).toEqual([]);
  });

  it('is signed in to as printed, by each practitioner too, and is nobody else’s', async () => {
    const owner = await signIn(DEMO_SIGN_IN.email);
    const { body } = await owner.get('/patients?limit=200').expect(200);
    expect((body as { data: unknown[] }).data).toHaveLength(60);
    const [appointment] = (await past()).filter(({ status }) => status === 'completed');
    const practitioner = await signIn('amelie.roy@keel.example');
    const notes = await practitioner.get('/notes').expect(200);
    expect((notes.body as { data: unknown[] }).data.length).toBeGreaterThan(10);
    const stranger = await session('owner');
    await stranger.agent.get(`/appointments/${appointment?.id}`).expect(404);
  });

  async function signIn(email: string): Promise<Agent> {
    const answer = await request(app.url).post('/api/v1/session').send({ email, password: DEMO_SIGN_IN.password }).expect(200);
    return new Agent(app.url, { cookie: cookieOf(answer) });
  }

  /** Appointments of yesterday and before, whose stories are over. */
  async function past(): Promise<Appointment[]> {
    const owner = await signIn(DEMO_SIGN_IN.email);
    const [from, to] = [-27, -2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
    const { body, status } = await owner.get(`/appointments?from=${from}&to=${to}&limit=2000`);
    expect({ status, errors: (body as { errors?: unknown }).errors }).toEqual({ status: 200, errors: undefined });
    return (body as { data: Appointment[] }).data;
  }
});

const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+15005550006',
  TWILIO_API_URL: 'http://127.0.0.1:9',
};
