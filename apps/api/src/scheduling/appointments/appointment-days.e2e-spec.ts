import { addDays } from '@keel/calendar';
import { aDiary, aPractitioner, at, anAppointment, comingDay, workingHours } from '../../testing/scheduling.fixture.js';
import { nobody, program, session, stranger } from '../../testing/session.js';

const monday = comingDay();
const tuesday = addDays(monday, 1);

async function scene() {
  const open = await session('front_desk');
  const diary = await aDiary(open.owner);
  const other = await aPractitioner(open.owner, { firstName: 'Otis' });
  await workingHours(open.owner, other.id);
  const days = async (query: string) => ((await open.agent.get(`/appointments/days?${query}`).expect(200)).body as { data: object[] }).data;
  return { ...open, diary, otherId: other.id, days };
}

describe('the days of the month', () => {
  it('count appointments and their minutes, by practitioner', async () => {
    const { owner, diary, otherId, days } = await scene();
    await anAppointment(owner, diary, { start: at(monday, '10:00') });
    await anAppointment(owner, diary, { start: at(monday, '13:00'), durationMinutes: 30 });
    await anAppointment(owner, { ...diary, practitionerId: otherId }, { start: at(tuesday, '10:00') });
    const gone = await anAppointment(owner, diary, { start: at(tuesday, '13:00') });
    await owner.post(`/appointments/${gone.id}/cancel`, { by: 'clinic' }).expect(200);
    const first = { date: monday, practitionerId: diary.practitionerId, appointments: 2, bookedMinutes: 75 };
    expect(await days(`from=${monday}&to=${addDays(monday, 7)}`)).toEqual([
      first,
      { date: tuesday, practitionerId: otherId, appointments: 1, bookedMinutes: 45 },
    ]);
    expect(await days(`from=${monday}&to=${addDays(monday, 7)}&practitionerId=${diary.practitionerId}`)).toEqual([first]);
    expect(await days(`from=${monday}&to=${tuesday}`)).toEqual([first]);
  });

  it('tell what was called off or missed where that is asked for too', async () => {
    const { owner, diary, otherId, days } = await scene();
    await anAppointment(owner, diary, { start: at(monday, '10:00') });
    for (const [practitionerId, start] of [
      [diary.practitionerId, '13:00'],
      [otherId, '13:00'],
    ] as const) {
      const gone = await anAppointment(owner, { ...diary, practitionerId }, { start: at(monday, start) });
      await owner.post(`/appointments/${gone.id}/cancel`, { by: 'clinic' }).expect(200);
    }
    const range = `from=${monday}&to=${tuesday}`;
    const stands = { date: monday, practitionerId: diary.practitionerId, appointments: 1, bookedMinutes: 45 };
    expect(await days(range)).toEqual([stands]);
    const both = await days(`${range}&ended=true`);
    expect(both).toHaveLength(2);
    expect(both).toEqual(
      expect.arrayContaining([
        { ...stands, ended: 1 },
        { date: monday, practitionerId: otherId, appointments: 0, bookedMinutes: 0, ended: 1 },
      ]),
    );
  });

  it('are the clinic’s: an evening belongs to its own day though it is the next one in UTC', async () => {
    const { owner, diary, days } = await scene();
    await anAppointment(owner, diary, { start: at(monday, '23:15'), durationMinutes: 30 });
    await anAppointment(owner, diary, { start: at(tuesday, '00:00'), durationMinutes: 30 });
    const dates = (await days(`from=${monday}&to=${addDays(monday, 2)}`)) as { date: string; appointments: number }[];
    expect(dates).toMatchObject([
      { date: monday, appointments: 1 },
      { date: tuesday, appointments: 1 },
    ]);
  });

  it('refuse a range that is empty, endless or no range', async () => {
    const { agent } = await scene();
    await agent.get(`/appointments/days?from=${monday}&to=${addDays(monday, 92)}`).expect(200);
    for (const query of [
      `from=${monday}&to=${monday}`,
      `from=${monday}&to=${addDays(monday, 93)}`,
      `from=${monday}`,
      'from=2026-02-30&to=2026-03-02',
      `from=${monday}&to=${tuesday}&ended=perhaps`,
    ]) {
      await agent.get(`/appointments/days?${query}`).expect(400);
    }
  });

  it('are closed to other clinics, to those without the right and to nobody in particular', async () => {
    const here = await scene();
    await anAppointment(here.owner, here.diary, { start: at(monday, '10:00') });
    const range = `/appointments/days?from=${monday}&to=${tuesday}`;
    expect((await (await stranger()).get(range).expect(200)).body).toEqual({ data: [] });
    await (await program(here, ['patient:read'])).get(range).expect(403);
    await (await nobody()).get(range).expect(401);
  });
});
