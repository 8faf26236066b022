import { aDiary, aPractitioner, at, aVisit, comingDay, workingHours } from '../../testing/scheduling.fixture.js';
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

describe('time off', () => {
  it('names the visits it meets, stops new ones, and gives the time back when it goes', async () => {
    const { agent } = await session('owner');
    const diary = await aDiary(agent);
    const day = comingDay();
    const visit = await aVisit(agent, diary);
    const { practitionerId } = diary;
    const off = await agent
      .post('/time-off', { practitionerId, start: at(day, '09:30'), end: at(day, '12:00'), reason: 'Conference' })
      .expect(201);
    expect(off.body).toMatchObject({ practitionerId, reason: 'Conference', conflicts: [visit.id], version: 1 });
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
