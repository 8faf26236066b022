import { addDays } from '@keel/calendar';
import pg from 'pg';
import { until } from '../../testing/messaging.fixture.js';
import { aDiary, aPractitioner, at, anAppointment, comingDay, workingHours } from '../../testing/scheduling.fixture.js';
import { member, nobody, session } from '../../testing/session.js';

const WEEKLY = [
  { weekday: 1, start: '09:00', end: '17:00' },
  { weekday: 3, start: '18:00', end: '24:00' },
];

describe('working hours', () => {
  it('are set from a day on, at the first location unless said, and replaced only by who has seen them', async () => {
    const { agent } = await session('owner');
    const { id } = await aPractitioner(agent);
    const path = `/practitioners/${id}/working-hours`;
    const locations = (await agent.get('/locations')).body as { data: { id: string }[] };
    const set = await agent.put(path, { effectiveFrom: '2026-12-01', weekly: WEEKLY }).expect(200);
    const locationId = locations.data[0]?.id;
    expect(set.body).toMatchObject({ practitionerId: id, effectiveFrom: '2026-12-01', effectiveTo: null, version: 1 });
    expect((set.body as { weekly: unknown }).weekly).toEqual(WEEKLY.map((shift) => ({ ...shift, locationId })));
    const unsaid = { effectiveFrom: '2027-12-01', weekly: WEEKLY.map((shift) => ({ ...shift, locationId: null })) };
    const same = await agent.put(`/practitioners/${(await aPractitioner(agent)).id}/working-hours`, unsaid).expect(200);
    expect((same.body as { weekly: unknown }).weekly).toEqual((set.body as { weekly: unknown }).weekly);
    await agent.put(path, { effectiveFrom: '2026-12-01', weekly: [] }).expect(428);
    await agent.put(path, { effectiveFrom: '2026-12-01', weekly: [] }, { ifMatch: 7 }).expect(412);
    const empty = await agent.put(path, { effectiveFrom: '2026-12-01', weekly: [] }, { ifMatch: 1 }).expect(200);
    expect(empty.body).toMatchObject({ weekly: [], version: 2 });
    await agent.put(path, { effectiveFrom: '2027-07-01', effectiveTo: '2027-08-31', weekly: WEEKLY }).expect(200);
    const all = await agent.get(path).expect(200);
    expect((all.body as { data: { effectiveFrom: string }[] }).data.map((hours) => hours.effectiveFrom)).toEqual([
      '2026-12-01',
      '2027-07-01',
    ]);
    await agent.delete(`/working-hours/${(set.body as { id: string }).id}`).expect(204);
    expect((await agent.get(`/working-hours?practitionerId=${id}`)).body).toMatchObject({ data: [{ effectiveFrom: '2027-07-01' }] });
  });

  it('are a hundred for one person at the most; those that are there can still be changed', async () => {
    const { agent } = await session('owner');
    const { id } = await aPractitioner(agent);
    const path = `/practitioners/${id}/working-hours`;
    const set = (n: number) => agent.put(path, { effectiveFrom: addDays('2020-01-01', n), weekly: [] });
    for (let n = 0; n < 100; n++) await set(n).expect(200);
    expect((await set(100).expect(409)).body).toMatchObject({ code: 'HOURS_LIMIT' });
    await agent.put(path, { effectiveFrom: '2020-01-01', weekly: WEEKLY }, { ifMatch: 1 }).expect(200);
    await workingHours(agent, (await aPractitioner(agent)).id);
  });

  it('refuse shifts that overlap or have no length, days that are not, and clocks that are not', async () => {
    const { agent } = await session('owner');
    const { id } = await aPractitioner(agent);
    const put = (body: object) => agent.put(`/practitioners/${id}/working-hours`, body).expect(400);
    const overlap = await put({ effectiveFrom: '2026-12-01', weekly: [...WEEKLY, { weekday: 1, start: '16:45', end: '18:00' }] });
    expect(overlap.body).toMatchObject({ errors: [{ pointer: '/weekly/2' }] });
    const empty = await put({ effectiveFrom: '2026-12-01', weekly: [...WEEKLY, { weekday: 2, start: '09:00', end: '09:00' }] });
    expect(empty.body).toMatchObject({
      errors: [{ pointer: '/weekly/2/end', detail: expect.stringContaining('00:00 to 24:00') as string }],
    });
    const wholeDay = { effectiveFrom: '2028-01-01', weekly: [{ weekday: 2, start: '00:00', end: '24:00' }] };
    await agent.put(`/practitioners/${id}/working-hours`, wholeDay).expect(200);
    const faulty = await put({ effectiveFrom: '2027-02-29', weekly: [{ weekday: 8, start: '9:00', end: '25:00' }] });
    const pointers = (faulty.body as { errors: { pointer: string }[] }).errors.map((fault) => fault.pointer);
    expect(pointers).toEqual(['/effectiveFrom', '/weekly/0/weekday', '/weekly/0/start', '/weekly/0/end']);
    await put({ effectiveFrom: '2026-12-02', effectiveTo: '2026-12-01', weekly: [] });
  });

  it("are nobody else's, nor at somebody else's place", async () => {
    const { app, owner, clinic } = await session('owner');
    const { id } = await aPractitioner(owner);
    const hours = await workingHours(owner, id);
    const stranger = await session('owner');
    const theirs = ((await stranger.agent.get('/locations')).body as { data: { id: string }[] }).data[0]?.id;
    const body = { effectiveFrom: '2026-12-01', weekly: [{ ...WEEKLY[0], locationId: theirs }] };
    await owner.put(`/practitioners/${id}/working-hours`, body).expect(404);
    await stranger.agent.put(`/practitioners/${id}/working-hours`, { effectiveFrom: '2026-12-01', weekly: [] }).expect(404);
    await stranger.agent.get(`/working-hours/${hours.id}`).expect(404);
    await stranger.agent.delete(`/working-hours/${hours.id}`).expect(404);
    const desk = await member(app, owner, clinic.id, 'front_desk');
    await desk.agent.get(`/working-hours/${hours.id}`).expect(200);
    await desk.agent.delete(`/working-hours/${hours.id}`).expect(403);
    await (await nobody()).get('/working-hours').expect(401);
  });
});

describe('working hours at places by several clocks', () => {
  const LOS_ANGELES = 'America/Los_Angeles';

  async function twoPlaces() {
    const here = await session('owner');
    const { agent } = here;
    const diary = await aDiary(agent);
    const [main] = ((await agent.get('/locations')).body as { data: { id: string; name: string }[] }).data;
    const west = { name: 'West', timeZone: LOS_ANGELES, country: 'US', region: 'CA' };
    const { id: westId } = (await agent.post('/locations', west).expect(201)).body as { id: string };
    const path = `/practitioners/${diary.practitionerId}/working-hours`;
    const morning = { weekday: 1, start: '09:00', end: '12:00' };
    const away = (start: string, end: string, weekday = 1) => ({ weekday, start, end, locationId: westId });
    const correct = (timeZone: string) => agent.patch(`/locations/${westId}`, { timeZone }, { ifMatch: '*' });
    return { ...here, diary, main: main!, westId, path, morning, away, correct };
  }

  it('are at once by the time that they are worked, not by what the clocks show', async () => {
    const { agent, main, path, morning, away } = await twoPlaces();
    const set = (effectiveFrom: string, ...weekly: object[]) => agent.put(path, { effectiveFrom, weekly });
    await set('2026-12-01', morning, away('09:00', '12:00')).expect(200);
    // Nine in Toronto, where a shift is that names no place, is six in Los Angeles.
    const refused = await set('2026-12-02', morning, away('06:00', '09:00')).expect(400);
    expect(refused.body).toMatchObject({
      code: 'INVALID',
      errors: [
        {
          pointer: '/weekly/1',
          detail: `overlaps Monday 09:00 to 12:00 at ${main.name} (America/Toronto), first on 2026-12-07`,
        },
      ],
    });
    expect((await agent.get(path)).body).toMatchObject({ data: [{}, { effectiveFrom: '2026-12-01' }] });
    await set('2026-12-03', { ...morning, weekday: 2 }, away('21:00', '24:00')).expect(200);
    await set('2026-12-04', { weekday: 2, start: '00:00', end: '02:00' }, away('21:00', '24:00')).expect(400);
  });

  it('are not made to be at once by a corrected zone: it is refused, names both, and follows when the hours are changed', async () => {
    const { agent, clinic, diary, main, path, morning, away, correct } = await twoPlaces();
    const set = (weekly: object[]) => agent.put(path, { effectiveFrom: '2026-12-01', weekly }, { ifMatch: '*' });
    await set([morning, away('09:00', '12:00')]).expect(200);
    const refused = await correct('America/Toronto').expect(409);
    expect(refused.body).toMatchObject({
      code: 'HOURS_OVERLAP',
      detail: expect.stringMatching(/Pia Physio: Monday 09:00 to 12:00 at .*Change or remove these working hours/) as string,
      errors: [{ pointer: '/timeZone' }],
      overlaps: [{ practitionerId: diary.practitionerId, detail: expect.stringContaining(main.name) as string }],
    });
    const halifax = (await correct('America/Halifax').expect(409)).body as { detail: string };
    expect(halifax.detail).toContain('West (America/Halifax)');
    await correct('America/Anchorage').expect(200);
    // The clinic's own zone takes the first location along.
    const whole = await agent.patch(`/clinics/${clinic.id}`, { timeZone: 'America/Anchorage' }, { ifMatch: '*' }).expect(409);
    expect(whole.body).toMatchObject({ code: 'HOURS_OVERLAP' });
    await set([morning]).expect(200);
    await correct('America/Toronto').expect(200);
    // Hours that are over stop nobody.
    const over = { effectiveFrom: '2020-01-06', effectiveTo: '2020-02-01', weekly: [morning, away('13:00', '15:00')] };
    await agent.put(path, over).expect(200);
    await correct('America/St_Johns').expect(200);
    await correct(LOS_ANGELES).expect(200);
  });

  it('wait for a zone that is being corrected, and are measured by it', async () => {
    const { agent, app, westId, path, morning, away } = await twoPlaces();
    const other = new pg.Client({ connectionString: app.database.superuserUrl });
    await other.connect();
    try {
      await other.query('BEGIN');
      await other.query('SELECT 1 FROM location WHERE id = $1 FOR UPDATE', [westId]);
      await other.query("UPDATE location SET time_zone = 'America/Toronto' WHERE id = $1", [westId]);
      const setting = agent.put(path, { effectiveFrom: '2026-12-01', weekly: [morning, away('09:00', '12:00')] });
      const answer = setting.then((response) => response);
      const waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      await until(async () => (await other.query(waits)).rows.length > 0, 'the hours to wait');
      await other.query('COMMIT');
      expect(await answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/weekly/1' }] } });
    } finally {
      await other.end();
    }
  });

  it('that were saved at once before it was known offer both places, and book one', async () => {
    const { agent, app, diary, westId, path } = await twoPlaces();
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '09:00', end: '12:00' }));
    await agent.put(path, { effectiveFrom: '2026-11-01', weekly }).expect(200);
    const twice = `INSERT INTO working_shift (clinic_id, id, working_hours_id, weekday, start_time, end_time, location_id)
      SELECT clinic_id, gen_random_uuid(), working_hours_id, weekday, '06:00', '09:00', $1 FROM working_shift
      WHERE working_hours_id = (SELECT id FROM working_hours WHERE practitioner_id = $2 AND effective_from = '2026-11-01')`;
    await app.sql(twice, [westId, diary.practitionerId]);
    const day = comingDay();
    const { serviceId, practitionerId } = diary;
    const free = async () => {
      const { body } = await agent.get(`/availability?serviceId=${serviceId}&from=${day}&to=${addDays(day, 1)}`).expect(200);
      return (body as { data: { start: string }[] }).data.filter(({ start }) => start === at(day, '10:00'));
    };
    expect(await free()).toHaveLength(2);
    await anAppointment(agent, diary, { locationId: westId });
    expect(await free()).toEqual([]);
    const again = await agent.post('/appointments', { ...diary, practitionerId, start: at(day, '10:00') }).expect(409);
    expect(again.body).toMatchObject({ code: 'SLOT_TAKEN' });
  });
});

describe('time off', () => {
  it('names the appointments it meets, stops new ones, and gives the time back when it goes', async () => {
    const { agent } = await session('owner');
    const diary = await aDiary(agent);
    const day = comingDay();
    const appointment = await anAppointment(agent, diary);
    const { practitionerId } = diary;
    const off = await agent
      .post('/time-off', { practitionerId, start: at(day, '09:30'), end: at(day, '12:00'), reason: 'Conference' })
      .expect(201);
    expect(off.body).toMatchObject({ practitionerId, reason: 'Conference', conflicts: [appointment.id], version: 1 });
    const { id } = off.body as { id: string };
    const refused = await agent.post('/appointments', { ...diary, start: at(day, '11:00') }).expect(409);
    expect(refused.body).toMatchObject({ code: 'PRACTITIONER_AWAY', alternatives: [{ start: at(day, '12:00') }, {}, {}, {}, {}] });
    await agent.post('/appointments', { ...diary, start: at(day, '11:00'), overbook: true }).expect(201);
    const shorter = await agent.patch(`/time-off/${id}`, { end: at(day, '09:45') }, { ifMatch: 1 }).expect(200);
    expect(shorter.body).toMatchObject({ conflicts: [], version: 2 });
    const list = await agent.get(`/time-off?practitionerId=${practitionerId}&from=${day}`).expect(200);
    expect(list.body).toMatchObject({ data: [{ id }], nextCursor: null });
    await agent.delete(`/time-off/${id}`).expect(204);
    await agent.get(`/time-off/${id}`).expect(404);
    await agent.post('/appointments', { ...diary, start: at(day, '09:00') }).expect(201);
  });

  it("ends after it starts, and is nobody else's", async () => {
    const { app, owner, clinic } = await session('owner');
    const { id: practitionerId } = await aPractitioner(owner);
    const [start, end] = ['2027-01-04T09:00:00-05:00', '2027-01-04T12:00:00-05:00'];
    const wrong = await owner.post('/time-off', { practitionerId, start: end, end: start }).expect(400);
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/end' }] });
    await owner.post('/time-off', { practitionerId, start: '2027-01-04T09:00:00', end }).expect(400);
    const { id } = (await owner.post('/time-off', { practitionerId, start, end }).expect(201)).body as { id: string };
    const stranger = await session('owner');
    await stranger.agent.post('/time-off', { practitionerId, start, end }).expect(404);
    await stranger.agent.get(`/time-off/${id}`).expect(404);
    await stranger.agent.delete(`/time-off/${id}`).expect(404);
    const desk = await member(app, owner, clinic.id, 'front_desk');
    await desk.agent.post('/time-off', { practitionerId, start, end }).expect(403);
    await (await nobody()).get('/time-off').expect(401);
  });
});
