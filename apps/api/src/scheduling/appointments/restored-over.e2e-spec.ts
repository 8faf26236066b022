import { addDays } from '@keel/calendar';
import { aPatient } from '../../testing/patients.fixture.js';
import { aDiary, at, anAppointment, comingDay, type TestAppointment } from '../../testing/scheduling.fixture.js';
import { session } from '../../testing/session.js';

const ANY = { ifMatch: '*' };
const day = comingDay();
const past = addDays(day, -28);

/** Maya at ten, and Sam who was booked over her. */
async function scene(on = day) {
  const here = await session('owner');
  const diary = await aDiary(here.owner);
  const start = at(on, '10:00');
  const maya = await anAppointment(here.agent, diary, { start });
  const sam = await anAppointment(here.agent, diary, {
    start,
    patientId: (await aPatient(here.owner, { firstName: 'Sam' })).id,
    overbook: true,
  });
  const act = (appointment: TestAppointment, action: string, body?: object) =>
    here.agent.post(`/appointments/${appointment.id}/${action}`, body);
  const restore = (body?: object) => act(sam, 'restore', body);
  const move = (appointment: TestAppointment, to: object) => here.agent.patch(`/appointments/${appointment.id}`, to, ANY).expect(200);
  const timeOff = () =>
    here.agent.post('/time-off', { practitionerId: diary.practitionerId, start: at(on, '09:00'), end: at(on, '12:00') }).expect(201);
  const overbookings = async () =>
    (
      await here.app.sql<{ n: number }>(`SELECT count(*)::int AS n FROM audit_entry WHERE entity_id = $1 AND reason = 'overbook'`, [sam.id])
    )[0]?.n;
  return { ...here, diary, start, maya, sam, act, restore, move, timeOff, overbookings };
}

describe('an appointment that was booked over another and called off', () => {
  it('takes nobody else’s time unasked when it comes back, and takes it where that is said', async () => {
    const { owner, agent, diary, start, maya, sam, act, restore, move, overbookings } = await scene();
    await act(sam, 'cancel', { by: 'clinic' }).expect(200);
    await move(maya, { start: at(day, '14:00') });
    await anAppointment(agent, diary, { start, patientId: (await aPatient(owner, { firstName: 'Étienne' })).id });
    const { body } = await restore().expect(409);
    expect(body).toMatchObject({ code: 'SLOT_TAKEN' });
    // An appointment that is off can take no other time.
    expect(JSON.stringify(body)).not.toContain('alternatives');
    await restore({ overbook: false }).expect(409);
    expect(await overbookings()).toBe(1);
    expect((await restore({ overbook: true }).expect(200)).body).toMatchObject({ status: 'booked', overbook: true, start });
    expect(await overbookings()).toBe(2);
  });

  it('is asked about too where whom it was over is still there', async () => {
    const { sam, act, restore } = await scene();
    await act(sam, 'cancel', { by: 'patient' }).expect(200);
    expect((await restore().expect(409)).body).toMatchObject({ code: 'SLOT_TAKEN' });
    expect((await restore({ overbook: true }).expect(200)).body).toMatchObject({ overbook: true });
  });

  it('comes back into time off only where that is said', async () => {
    const { maya, sam, act, restore, move, timeOff } = await scene();
    await act(sam, 'cancel', { by: 'clinic' }).expect(200);
    await move(maya, { start: at(day, '14:00') });
    await timeOff();
    const { body } = await restore().expect(409);
    expect(body).toMatchObject({ code: 'PRACTITIONER_AWAY' });
    expect(JSON.stringify(body)).not.toContain('alternatives');
    expect((await restore({ overbook: true }).expect(200)).body).toMatchObject({ overbook: true });
  });

  it.each(['no-show', 'leave-unseen'])('is asked about where it is off by %s', async (action) => {
    const { sam, act, restore } = await scene(past);
    if (action === 'leave-unseen') await act(sam, 'arrive').expect(200);
    await act(sam, action).expect(200);
    expect((await restore().expect(409)).body).toMatchObject({ code: 'SLOT_TAKEN' });
    await restore({ overbook: true }).expect(200);
  });

  it('is over nothing any more where its time is free by now', async () => {
    const { agent, diary, start, maya, sam, act, restore, move, overbookings } = await scene();
    await act(sam, 'cancel', { by: 'clinic' }).expect(200);
    await move(maya, { start: at(day, '14:00') });
    expect((await restore({ overbook: true }).expect(200)).body).toMatchObject({ overbook: false });
    expect(await overbookings()).toBe(1);
    expect((await agent.post('/appointments', { ...diary, start }).expect(409)).body).toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('says what it does not understand', async () => {
    const { sam, act, restore } = await scene();
    await act(sam, 'cancel', { by: 'clinic' }).expect(200);
    expect((await restore({ overbook: 'yes' }).expect(400)).body).toMatchObject({ errors: [{ pointer: '/overbook' }] });
  });
});
