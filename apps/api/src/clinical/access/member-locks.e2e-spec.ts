import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { aCircle, brought, change, colleague, desk, here, type Member, scene, signedIn } from '../../testing/circle.fixture.js';

beforeAll(aCircle);

const deadlocks = async () =>
  (await here.app.sql<{ n: number }>('SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()'))[0]?.n;

async function withChartRight(): Promise<Member> {
  const partner = await brought(here.owner, 'practitioner');
  await change(partner, { roles: ['owner', 'practitioner'], chartRight: true });
  return partner;
}

/** Calls without a pause, several at once, until the first that is refused; the statuses of all. */
function hammer(lanes: number, call: (lane: number) => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  const lane = async (number: number) => {
    for (let n = 0; n < 60; n++) {
      const status = await call(number);
      statuses.push(status);
      if (status >= 400) return;
    }
  };
  return Promise.all(Array.from({ length: lanes }, (_, number) => lane(number))).then(() => statuses);
}

describe('what a member may do is changed at once, whatever they do meanwhile', () => {
  it('where they make keys', async () => {
    const before = await deadlocks();
    const admin = await brought(here.owner, 'admin');
    const made = hammer(24, async () => (await admin.agent.post('/api-keys', { name: 'One more', scopes: ['clinic:read'] })).status);
    await setTimeout(200);
    await change(admin, { active: false });
    expect(new Set(await made)).toEqual(new Set([201, 401]));
    const left = 'SELECT 1 FROM api_key WHERE user_id = $1 AND stopped_at IS NULL';
    expect(await here.app.sql(left, [admin.userId])).toEqual([]);
    expect(await deadlocks()).toBe(before);
  });

  it('where they move their appointments', async () => {
    const before = await deadlocks();
    const partner = await withChartRight();
    const scenes = await Promise.all(Array.from({ length: 6 }, () => scene(partner)));
    const appointments = await Promise.all(scenes.map(({ book }) => book(partner.agent, 3)));
    let days = 3;
    const moved = hammer(appointments.length, async (lane) => {
      days += 0.1;
      const start = new Date(Math.floor((Date.now() + days * 86_400_000) / 60_000) * 60_000).toISOString();
      const { status } = await partner.agent.patch(`/appointments/${appointments[lane]}`, { start, overbook: true }, { ifMatch: '*' });
      return days > 12 ? 499 : status;
    });
    await setTimeout(200);
    await change(partner, { roles: ['practitioner'], chartRight: false });
    const statuses = new Set(await moved);
    statuses.delete(499);
    expect(statuses).toEqual(new Set([200]));
    for (const { waits } of scenes) expect(await waits()).toBe(1);
    expect(await deadlocks()).toBe(before);
  });

  it('where they mark what others booked, and are let into charts', async () => {
    const before = await deadlocks();
    const left: string[] = [];
    for (let round = 0; round < 4; round++) {
      const partner = await withChartRight();
      const scenes = await Promise.all(Array.from({ length: 4 }, () => scene(partner)));
      const appointments = await Promise.all(scenes.map(({ book }) => book(desk.agent, -300)));
      const letIn = (patientId: string) =>
        here.owner.post(`/patients/${patientId}/chart-access`, { reason: 'Shared care', practitionerId: partner.practitionerId });
      await Promise.all([
        ...scenes.map(({ does }, at) => does(partner.agent, appointments[at] as string, 'arrive')),
        ...scenes.map(({ patientId }) => letIn(patientId).then(({ status }) => expect([201, 400]).toContain(status))),
        change(partner, { roles: ['front_desk'], chartRight: false }),
      ]);
      const open = "SELECT 1 FROM chart_access WHERE user_id = $1 AND kind = 'grant' AND expires_at IS NULL";
      if ((await here.app.sql(open, [partner.userId])).length > 0) left.push(`round ${round}`);
    }
    expect(left).toEqual([]);
    expect(await deadlocks()).toBe(before);
  });
});

describe('what was asked for before a member was changed, and waited for that', () => {
  /** Holds the members, has the change wait first and the calls behind it, and lets them go. */
  async function behind<T>(changed: () => Promise<unknown>, calls: () => Promise<T>[]): Promise<T[]> {
    const client = new pg.Client({ connectionString: here.app.database.superuserUrl });
    await client.connect();
    const waiting = async (most: number) => {
      const sql = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      while (((await here.app.sql<{ n: number }>(sql))[0]?.n ?? 0) < most) await setTimeout(20);
    };
    try {
      await client.query('BEGIN');
      await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('member' || $1, 0))`, [here.clinic.id]);
      const done = Promise.resolve(changed());
      await waiting(1);
      const called = calls();
      await waiting(1 + called.length);
      await client.query('COMMIT');
      await done;
      return await Promise.all(called);
    } finally {
      await client.end();
    }
  }

  it.each([
    ['is put out', { active: false }, 401, { active: true }],
    ['loses the clinical role', { roles: ['front_desk'] }, 403, { roles: ['practitioner'] }],
  ])('opens no chart to one who %s, in an emergency or by letting others in', async (_how, away, status, back) => {
    const partner = await brought(here.owner, 'practitioner');
    const { patientId, opens } = await scene(partner);
    const given = await scene(partner);
    await given.book(desk.agent, 1);
    const open = (patient: string, dto: object) =>
      partner.agent.post(`/patients/${patient}/chart-access`, dto).then((answer) => answer.status);
    const statuses = await behind(
      () => change(partner, away),
      () => [
        ...[1, 2, 3].map(() => open(patientId, { reason: 'She collapsed in the waiting room' })),
        open(given.patientId, { reason: 'Shared care', practitionerId: colleague.practitionerId }),
      ],
    );
    expect(statuses).toEqual(Array.from({ length: 4 }, () => status));
    for (const id of [patientId, given.patientId]) {
      expect(await here.app.sql('SELECT 1 FROM chart_access WHERE patient_id = $1', [id])).toEqual([]);
      expect(await here.app.sql(`SELECT 1 FROM outbox WHERE type = 'chart.opened' AND payload->>'patientId' = $1`, [id])).toEqual([]);
    }
    await change(partner, back);
    partner.agent = await signedIn(partner);
    expect(await opens()).toBeUndefined();
  });

  it('is queued where it is an appointment of one’s own, once its practitioner is back', async () => {
    const partner = await brought(here.owner, 'practitioner');
    const { book, opens, waits } = await scene(partner);
    await behind(
      () => change(partner, { active: false }),
      () => [book(partner.agent, 1).catch(() => undefined)],
    );
    await change(partner, { active: true });
    partner.agent = await signedIn(partner);
    const opened = (await opens()) === 'own_booking' ? 1 : 0;
    expect(await waits()).toBe(opened);
  });
});
