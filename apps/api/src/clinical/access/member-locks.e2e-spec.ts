import { setTimeout } from 'node:timers/promises';
import { aCircle, brought, change, desk, here, type Member, scene } from '../../testing/circle.fixture.js';

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

  it('where they move their visits', async () => {
    const before = await deadlocks();
    const partner = await withChartRight();
    const scenes = await Promise.all(Array.from({ length: 6 }, () => scene(partner)));
    const visits = await Promise.all(scenes.map(({ book }) => book(partner.agent, 3)));
    let days = 3;
    const moved = hammer(visits.length, async (lane) => {
      days += 0.1;
      const start = new Date(Math.floor((Date.now() + days * 86_400_000) / 60_000) * 60_000).toISOString();
      const { status } = await partner.agent.patch(`/appointments/${visits[lane]}`, { start, overbook: true }, { ifMatch: '*' });
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
      const visits = await Promise.all(scenes.map(({ book }) => book(desk.agent, -300)));
      const letIn = (patientId: string) =>
        here.owner.post(`/patients/${patientId}/chart-access`, { reason: 'Shared care', practitionerId: partner.practitionerId });
      await Promise.all([
        ...scenes.map(({ does }, at) => does(partner.agent, visits[at] as string, 'arrive')),
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
