import pg from 'pg';
import { until } from './testing/messaging.fixture.js';
import { aDiary, aService, at, anAppointment, comingDay } from './testing/scheduling.fixture.js';
import { member, session } from './testing/session.js';

const ANY = { ifMatch: '*' };
const monday = comingDay();
const OLD = { region: 'ON', taxNumbers: { 'GST/HST': '123456789 RT0001' }, addressLine1: '1 Old Street' };
const NEW = { region: 'NB', taxNumbers: { 'GST/HST': '987654321 RT0001' }, addressLine1: '2 New Road' };
const ROUNDS = 24;

interface Invoice {
  id: string;
  taxes: { amount: { amount: number } }[];
}

/** An appointment that has arrived at a place with OLD's facts, and a second connection to the database. */
async function scene() {
  const here = await session('owner');
  const { agent, app, clinic } = here;
  const other = new pg.Client({ connectionString: app.database.superuserUrl });
  await other.connect();
  const [location] = ((await agent.get('/locations').expect(200)).body as { data: { id: string }[] }).data;
  const locationId = location?.id ?? '';
  await agent.patch(`/clinics/${clinic.id}`, { taxNumbers: OLD.taxNumbers }, ANY).expect(200);
  await agent.patch(`/locations/${locationId}`, { addressLine1: OLD.addressLine1 }, ANY).expect(200);
  const diary = { ...(await aDiary(agent)), serviceId: (await aService(agent, { taxCode: 'taxable' })).id };
  let hour = 0;
  const arrived = async () => {
    const start = at(monday, `${String(9 + (hour++ % 8)).padStart(2, '0')}:00`);
    const { id } = await anAppointment(agent, diary, { start, overbook: true });
    await agent.post(`/appointments/${id}/arrive`).expect(200);
    return id;
  };
  return { ...here, other, locationId, diary, arrived };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** Corrects clinic and location as one, under the locks that a correction takes. */
async function correct({ other, clinic, locationId }: Scene, to: typeof OLD): Promise<void> {
  await other.query('BEGIN');
  await other.query('SELECT 1 FROM clinic WHERE id = $1 FOR NO KEY UPDATE', [clinic.id]);
  await other.query('UPDATE clinic SET region = $2, tax_numbers = $3 WHERE id = $1', [clinic.id, to.region, to.taxNumbers]);
  await other.query('UPDATE location SET region = $2, address_line1 = $3 WHERE id = $1', [locationId, to.region, to.addressLine1]);
}

/** What an invoice keeps of where it was made. */
async function kept({ app }: Scene, id: string): Promise<typeof OLD> {
  const [row] = await app.sql<{ snapshot: { clinic: typeof OLD; location: { lines: string[] } } }>(
    'SELECT snapshot FROM invoice WHERE id = $1',
    [id],
  );
  const lines = row?.snapshot.location.lines ?? [];
  return { region: lines.at(-1) ?? '', taxNumbers: row?.snapshot.clinic.taxNumbers ?? OLD.taxNumbers, addressLine1: lines[0] ?? '' };
}

const WAITS = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
const waiting = ({ other }: Pick<Scene, 'other'>, what: string) =>
  until(async () => (await other.query(WAITS)).rows.length > 0, `${what} to wait`);

describe('an invoice', () => {
  it('waits for a correction of its place that is under way, and then carries all of it', async () => {
    const here = await scene();
    const { agent, other, arrived } = here;
    try {
      const [first, second] = [await arrived(), await arrived()];
      const draft = (await agent.post(`/appointments/${second}/invoice`, { draft: true }).expect(201)).body as Invoice;
      await correct(here, NEW);
      const answers = Promise.all([
        agent.post(`/appointments/${first}/invoice`, {}).expect(201),
        agent.post(`/invoices/${draft.id}/issue`, {}).expect(200),
      ]);
      await until(async () => (await other.query(WAITS)).rows.length > 1, 'both invoices to wait');
      await other.query('COMMIT');
      const [made, issued] = (await answers).map(({ body }) => body as Invoice);
      for (const invoice of [made, issued]) expect(await kept(here, invoice?.id ?? '')).toEqual(NEW);
      // Fifteen per cent there, thirteen here: the lines are of the same place as the head.
      expect(made?.taxes).toMatchObject([{ amount: { amount: 1_800 } }]);
    } finally {
      await other.end();
    }
  });

  it('is all of one side in many rounds at once with corrections', async () => {
    const here = await scene();
    const { agent, owner, other, clinic, locationId, arrived } = here;
    try {
      const drafts: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const { body } = await agent.post(`/appointments/${await arrived()}/invoice`, { draft: true }).expect(201);
        drafts.push((body as Invoice).id);
      }
      const corrections = (async () => {
        for (let round = 0; round < ROUNDS; round++) {
          await correct(here, round % 2 === 0 ? NEW : OLD);
          await other.query('COMMIT');
        }
      })();
      const [issues, named] = await Promise.all([
        Promise.all(drafts.map((id) => agent.post(`/invoices/${id}/issue`, {}))),
        Promise.all(
          drafts.map((_, n) => {
            const name = { name: `Physio ${n}` };
            return n % 2 === 0
              ? owner.patch(`/locations/${locationId}`, { ...name, active: true }, ANY)
              : owner.patch(`/clinics/${clinic.id}`, name, ANY);
          }),
        ),
        corrections,
      ]);
      expect([...issues, ...named].filter(({ status }) => status !== 200).map(({ body }) => body as unknown)).toEqual([]);
      for (const id of drafts) expect([OLD, NEW]).toContainEqual(await kept(here, id));
    } finally {
      await other.end();
    }
  });
});

describe('whoever waits for a clinic', () => {
  const held = async (table: string, id: string, { other }: Scene) => {
    await other.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE NOWAIT`, [id]);
    await other.query('COMMIT');
  };

  it('holds no location, service or invoice of it yet that a correction could wait for', async () => {
    const here = await scene();
    const { owner, agent, other, clinic, locationId, diary, arrived } = here;
    try {
      await owner.post('/locations', { name: 'West', timeZone: 'America/Vancouver', country: 'CA', region: 'BC' }).expect(201);
      const appointment = await arrived();
      const waiters = [
        ['location', locationId, () => owner.patch(`/locations/${locationId}`, { active: false }, ANY), 200],
        ['service', diary.serviceId, () => owner.patch(`/services/${diary.serviceId}`, { name: 'Longer' }, ANY), 200],
        ['location', locationId, () => agent.post(`/appointments/${appointment}/invoice`, { draft: true }), 201],
      ] as const;
      for (const [table, id, call, status] of waiters) {
        await other.query('BEGIN');
        await other.query('SELECT 1 FROM clinic WHERE id = $1 FOR NO KEY UPDATE', [clinic.id]);
        const answer = call().then((response) => response);
        await waiting(here, table);
        await held(table, id, here);
        expect((await answer).status).toBe(status);
      }
    } finally {
      await other.end();
    }
  });
});

describe('whoever accepts an invitation', () => {
  it('waits for a change of the members before holding it', async () => {
    const here = await scene();
    const { app, owner, other, clinic } = here;
    try {
      await other.query('BEGIN');
      await other.query("SELECT pg_advisory_xact_lock(hashtextextended('member' || $1, 0))", [clinic.id]);
      const joining = member(app, owner, clinic.id, 'front_desk');
      await waiting(here, 'the new member');
      const { rows } = await other.query('SELECT 1 FROM invitation WHERE clinic_id = $1 FOR UPDATE NOWAIT', [clinic.id]);
      expect(rows).not.toEqual([]);
      await other.query('COMMIT');
      await (await joining).agent.get('/session').expect(200);
    } finally {
      await other.end();
    }
  });
});
