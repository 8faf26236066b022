import { addDays, type CivilDate } from '@keel/calendar';
import { aDiary, aPractitioner, aService, at, anAppointment, comingDay, workingHours } from '../../testing/scheduling.fixture.js';
import { member, nobody, program, session } from '../../testing/session.js';

const day = comingDay();
interface Answer {
  data: { start: string; end: string; practitionerId: string; locationId: string }[];
}

describe('free times', () => {
  it('are every quarter of an hour of the working hours, but for what is taken', async () => {
    const { agent, owner } = await session('owner');
    const diary = await aDiary(owner);
    const { practitionerId, serviceId } = diary;
    const path = `/availability?serviceId=${serviceId}&practitionerId=${practitionerId}&from=${day}&to=${addDays(day, 1)}`;
    const starts = async () => ((await agent.get(path).expect(200)).body as Answer).data.map((slot) => slot.start);
    // 09:00, 09:15, … 16:15
    const all = Array.from({ length: 30 }, (_, index) => new Date(Date.parse(at(day, '09:00')) + index * 900_000).toISOString());
    expect(await starts()).toEqual(all);
    const appointment = await anAppointment(agent, diary);
    expect(await starts()).toEqual(all.filter((start) => start <= at(day, '09:15') || start >= at(day, '10:45')));
    await owner.post('/time-off', { practitionerId, start: at(day, '12:00'), end: at(day, '23:00') }).expect(201);
    expect(await starts()).toEqual(
      all.filter((start) => start <= at(day, '09:15') || (start >= at(day, '10:45') && start <= at(day, '11:15'))),
    );
    await agent.post(`/appointments/${appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    expect(await starts()).toEqual(all.filter((start) => start <= at(day, '11:15')));
  });

  it('are of everybody of the profession, at the place of the shift, and each can be booked', async () => {
    const { agent, owner } = await session('owner');
    const diary = await aDiary(owner);
    const place = (await owner.post('/locations', { name: 'East', timeZone: 'America/Halifax' }).expect(201)).body as { id: string };
    const colleague = await aPractitioner(owner);
    const weekly = [{ weekday: 1, start: '08:00', end: '09:00', locationId: place.id }];
    await owner.put(`/practitioners/${colleague.id}/working-hours`, { effectiveFrom: '2020-01-01', weekly }).expect(200);
    const counsellor = await aPractitioner(owner, { profession: 'counsellor' });
    await workingHours(owner, counsellor.id);
    const { body } = await agent.get(`/availability?serviceId=${diary.serviceId}&from=${day}&to=${addDays(day, 1)}`).expect(200);
    const { data } = body as Answer;
    // Eight in Halifax is seven in Toronto: the shift's own zone governs.
    const early = data.filter((slot) => slot.practitionerId === colleague.id);
    expect(early.map((slot) => [slot.start, slot.locationId])).toEqual([
      [at(day, '07:00'), place.id],
      [at(day, '07:15'), place.id],
    ]);
    expect(new Set(data.map((slot) => slot.practitionerId))).toEqual(new Set([diary.practitionerId, colleague.id]));
    expect(data.map((slot) => slot.start)).toEqual(data.map((slot) => slot.start).sort());
    const appointment = await anAppointment(agent, diary, { practitionerId: colleague.id, start: early[0]?.start });
    expect(appointment.locationId).toBe(place.id);
  });

  it('of very many come in parts, each once, with a sign that there are more', async () => {
    const { agent, owner } = await session('owner');
    const service = await aService(owner, { durationMinutes: 5 });
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '23:59' }));
    for (let n = 0; n < 3; n++) {
      const { id } = await aPractitioner(owner);
      await owner.put(`/practitioners/${id}/working-hours`, { effectiveFrom: '2020-01-01', weekly }).expect(200);
    }
    const path = `/availability?serviceId=${service.id}&from=${day}&to=${addDays(day, 92)}`;
    const found: Answer['data'] = [];
    const sizes: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await agent.get(cursor ? `${path}&cursor=${cursor}` : path).expect(200);
      const page = body as Answer & { nextCursor: string | null };
      found.push(...page.data);
      sizes.push(page.data.length);
      cursor = page.nextCursor;
    }
    // 96 starts a day, the last one at 23:45; a change of clocks may shift the last day by an hour.
    expect(Math.max(...sizes)).toBeLessThan(20_000);
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.abs(found.length - 3 * 92 * 96)).toBeLessThanOrEqual(3 * 4);
    expect(new Set(found.map((slot) => slot.start + slot.practitionerId)).size).toBe(found.length);
    expect(found.map((slot) => slot.start)).toEqual(found.map((slot) => slot.start).sort());
    await agent.get(`${path}&cursor=nonsense`).expect(400);
  });

  it('are never past', async () => {
    const { agent, owner } = await session('owner');
    const { serviceId } = await aDiary(owner);
    const { body } = await agent.get(`/availability?serviceId=${serviceId}&from=2026-11-01&to=2026-11-08`).expect(200);
    expect(body).toEqual({ data: [], nextCursor: null, total: 0 });
  });

  it('refuse what they cannot answer', async () => {
    const { agent, owner } = await session('owner');
    const { serviceId } = await aDiary(owner);
    const counsellor = await aPractitioner(owner, { profession: 'counsellor' });
    const ask = (query: string) => agent.get(`/availability?${query}`);
    await ask(`serviceId=${serviceId}&from=${day}`).expect(400);
    await ask(`serviceId=${serviceId}&from=${day}&to=${day}`).expect(400);
    await ask(`serviceId=${serviceId}&from=${day}&to=${addDays(day, 93)}`).expect(400);
    await ask(`serviceId=${serviceId}&from=2027-02-29&to=2027-03-02`).expect(400);
    const range = `from=${day}&to=${addDays(day, 1)}`;
    const wrong = await ask(`serviceId=${serviceId}&practitionerId=${counsellor.id}&${range}`).expect(400);
    expect(wrong.body).toMatchObject({ code: 'SERVICE_NOT_OFFERED' });
    await ask(`serviceId=${crypto.randomUUID()}&${range}`).expect(404);
    await ask(`serviceId=${serviceId}&practitionerId=${crypto.randomUUID()}&${range}`).expect(404);
  });

  it("are nobody else's", async () => {
    const { app, owner, clinic } = await session('owner');
    const { serviceId, practitionerId } = await aDiary(owner);
    const path = `/availability?serviceId=${serviceId}&from=${day}&to=${addDays(day, 1)}`;
    const stranger = await session('owner');
    await stranger.agent.get(path).expect(404);
    const theirs = await aService(stranger.agent);
    await stranger.agent
      .get(`/availability?serviceId=${theirs.id}&practitionerId=${practitionerId}&from=${day}&to=${addDays(day, 1)}`)
      .expect(404);
    await (await member(app, owner, clinic.id, 'front_desk')).agent.get(path).expect(200);
    await (await program({ app, owner }, ['patient:read'])).get(path).expect(403);
    await (await nobody()).get(path).expect(401);
  });
});

describe('clocks and calendars', () => {
  /** Free starts of one practitioner with these hours on one day, in a clinic of this zone. */
  async function startsOn(timeZone: string, date: CivilDate, hours: [string, string], durationMinutes = 60) {
    const { agent } = await session('owner', { clinic: { timeZone } });
    const [practitioner, service] = [await aPractitioner(agent), await aService(agent, { durationMinutes })];
    await workingHours(agent, practitioner.id, ...hours);
    const { body } = await agent.get(`/availability?serviceId=${service.id}&from=${date}&to=${addDays(date, 1)}`).expect(200);
    return (body as Answer).data.map((slot) => slot.start);
  }

  it('keep nine to five by the wall over a change of clocks', async () => {
    const before = await startsOn('America/Toronto', '2027-03-13', ['09:00', '10:00']);
    const after = await startsOn('America/Toronto', '2027-03-14', ['09:00', '10:00']);
    expect([before, after]).toEqual([['2027-03-13T14:00:00.000Z'], ['2027-03-14T13:00:00.000Z']]);
  });

  it('have an hour less on the night when clocks go forward, one more when they go back', async () => {
    const forward = await startsOn('America/Toronto', '2027-03-14', ['00:00', '06:00']);
    const back = await startsOn('America/Toronto', '2027-11-07', ['00:00', '06:00']);
    expect([forward.length, back.length]).toEqual([4 * 4 + 1, 6 * 4 + 1]);
  });

  it('follow the law of 2026 in the provinces that stopped changing clocks', async () => {
    expect(await startsOn('America/Vancouver', '2026-12-15', ['09:00', '10:00'])).toEqual(['2026-12-15T16:00:00.000Z']);
    expect(await startsOn('America/Edmonton', '2026-12-15', ['09:00', '10:00'])).toEqual(['2026-12-15T15:00:00.000Z']);
    expect(await startsOn('America/Winnipeg', '2026-12-15', ['09:00', '10:00'])).toEqual(['2026-12-15T14:00:00.000Z']);
  });

  it('have a 29th of February when there is one', async () => {
    expect(await startsOn('America/Toronto', '2028-02-29', ['09:00', '10:00'])).toEqual(['2028-02-29T14:00:00.000Z']);
  });

  it('let an evening run over midnight, each start on its own day', async () => {
    const starts = await startsOn('America/Vancouver', '2027-01-12', ['22:30', '01:00']);
    // Of the evening before, what starts after midnight; of this one, what starts before the next.
    expect(starts).toEqual([
      '2027-01-12T07:00:00.000Z',
      '2027-01-13T05:30:00.000Z',
      '2027-01-13T05:45:00.000Z',
      '2027-01-13T06:00:00.000Z',
      '2027-01-13T06:15:00.000Z',
      '2027-01-13T06:30:00.000Z',
      '2027-01-13T06:45:00.000Z',
    ]);
  });
});

describe('hours of a season', () => {
  it('rule their days among a great many others, and the earlier ones before and after', async () => {
    const { agent } = await session('owner');
    const [{ id }, service] = [await aPractitioner(agent), await aService(agent, { durationMinutes: 60 })];
    const set = (effectiveFrom: string, effectiveTo: string | null, start: string) => {
      const [hour = 0] = start.split(':').map(Number);
      const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start, end: `${hour + 1}:00` }));
      return agent.put(`/practitioners/${id}/working-hours`, { effectiveFrom, effectiveTo, weekly }).expect(200);
    };
    await set('2020-01-01', null, '10:00');
    await set('2021-01-01', null, '11:00');
    // Overruled on every day, for all its end is later than one of those that overrule it.
    await set('2020-06-01', addDays(day, 5), '12:00');
    await set(addDays(day, -60), addDays(day, 2), '13:00');
    await set(addDays(day, -30), addDays(day, 1), '14:00');
    await set(addDays(day, 6), addDays(day, 6), '15:00');
    const starts = async (from: CivilDate, to: CivilDate) => {
      const { body } = await agent.get(`/availability?serviceId=${service.id}&from=${from}&to=${to}`).expect(200);
      return (body as Answer).data.map((slot) => slot.start);
    };
    const expected = [14, 14, 13, 11, 11, 11, 15, 11].map((hour, n) => at(addDays(day, n), `${hour}:00`));
    expect(await starts(day, addDays(day, 8))).toEqual(expected);
    for (let n = 0; n < 8; n++) expect(await starts(addDays(day, n), addDays(day, n + 1))).toEqual([expected[n]]);
  });
});
