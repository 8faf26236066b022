import { addDays } from '@keel/calendar';
import { aPatient } from '../../testing/patients.fixture.js';
import { aDiary, at, anAppointment, comingDay } from '../../testing/scheduling.fixture.js';
import { nobody, program, session, stranger } from '../../testing/session.js';

const monday = comingDay();
/** A day of the last weeks. */
const before = (days: number) => addDays(monday, -21 - days);

const asked = (...ids: string[]) => `/appointments/nearest?${ids.map((id) => `patientIds=${id}`).join('&')}`;

async function scene() {
  const open = await session('front_desk');
  const { agent, owner } = open;
  const diary = await aDiary(owner);
  const appointmentOn = (day: string, clock = '10:00', patientId = diary.patientId) =>
    anAppointment(agent, { ...diary, patientId }, { start: at(day, clock) });
  const act = (id: string, action: string, body?: object) => agent.post(`/appointments/${id}/${action}`, body).expect(200);
  const kept = async (day: string, patientId?: string) => {
    const appointment = await appointmentOn(day, '10:00', patientId);
    await act(appointment.id, 'arrive');
    return appointment;
  };
  const nearest = async (...ids: string[]) => ((await agent.get(asked(...ids)).expect(200)).body as { data: object[] }).data;
  return { ...open, diary, appointmentOn, act, kept, nearest };
}

const short = ({ id, start }: { id: string; start: string }) => ({ id, start });

describe('the appointments on either side of now', () => {
  it('are the last one that a patient came to and the next one that they are expected at', async () => {
    const { owner, diary, appointmentOn, act, kept, nearest } = await scene();
    const someone = await aPatient(owner, { firstName: 'New' });
    await kept(before(14));
    const last = await kept(before(7));
    const forgotten = await appointmentOn(before(3));
    for (const [day, action, body] of [
      [before(2), 'no-show', undefined],
      [before(1), 'cancel', { by: 'patient' }],
      [monday, 'cancel', { by: 'clinic' }],
    ] as const) {
      await act((await appointmentOn(day, '13:00')).id, action, body);
    }
    const next = await appointmentOn(addDays(monday, 1));
    await appointmentOn(addDays(monday, 8));
    expect(forgotten.status).toBe('booked');
    const rows = await nearest(diary.patientId, someone.id);
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { patientId: diary.patientId, last: short(last), next: short(next) },
        { patientId: someone.id, last: null, next: null },
      ]),
    );
    await act(next.id, 'arrive');
    expect(await nearest(diary.patientId)).toMatchObject([{ last: short(next), next: { start: at(addDays(monday, 8), '10:00') } }]);
  });

  it('are those of a whole page of the list, for which one look is written down', async () => {
    const { owner, kept, nearest } = await scene();
    const patients = await Promise.all(Array.from({ length: 50 }, (_, index) => aPatient(owner, { lastName: `N${index}` })));
    const appointment = await kept(before(7), patients[49]!.id);
    const ids = patients.map(({ id }) => id);
    const rows = (await nearest(...ids)) as { patientId: string; last: object | null }[];
    expect(rows.map(({ patientId }) => patientId).sort()).toEqual(ids.toSorted());
    expect(rows.filter(({ last }) => last)).toEqual([{ patientId: patients[49]!.id, last: short(appointment), next: null }]);
    const { body } = await owner.get('/audit?what=appointment&action=read&limit=1').expect(200);
    const [entry] = (body as { data: { patientIds: string[] }[] }).data;
    expect(entry?.patientIds.toSorted()).toEqual(ids.toSorted());
  });

  it('are asked for with one to fifty ids, or refused with what is wrong', async () => {
    const { agent, diary } = await scene();
    const many = Array.from({ length: 51 }, () => diary.patientId);
    for (const path of ['/appointments/nearest', asked(''), asked('1'), asked(diary.patientId, 'x'), asked(...many)]) {
      const { body, headers } = await agent.get(path).expect(400);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ code: 'INVALID' });
      expect((body as { errors: object[] }).errors).toContainEqual(expect.objectContaining({ pointer: '/patientIds' }));
    }
    await agent.get(`${asked(diary.patientId)}&locationId=${diary.patientId}`).expect(400);
  });

  it('are closed to other clinics, to those without the right and to nobody in particular', async () => {
    const here = await scene();
    await here.kept(before(7));
    const path = asked(here.diary.patientId);
    expect((await (await stranger()).get(path).expect(200)).body).toEqual({ data: [] });
    await (await program(here, ['patient:read'])).get(path).expect(403);
    await (await nobody()).get(path).expect(401);
  });
});
