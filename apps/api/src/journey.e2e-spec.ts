import { addDays, dateIn } from '@keel/calendar';
import { Agent } from './testing/agent.js';
import { testApp } from './testing/app.js';
import { dueNow, providers, until } from './testing/messaging.fixture.js';
import { program, session } from './testing/session.js';

interface Made {
  id: string;
  version: number;
}
interface Journey {
  agent: Agent;
  zone: string;
}

const made = async (call: PromiseLike<{ body: unknown }>) => (await call).body as Made;

/** Calls two to five of the journey: who works, what is offered, when, and a free time of it. */
async function aClinicDay({ agent, zone }: Journey) {
  const practitioner = await made(
    agent
      .post('/practitioners', {
        email: `rmt-${Math.random()}@x.example`,
        firstName: 'Rosa',
        lastName: 'Roy',
        profession: 'massage_therapist',
        registrationNumber: 'R-1',
      })
      .expect(201),
  );
  const service = await made(
    agent
      .post('/services', {
        name: 'Massage 60',
        durationMinutes: 60,
        price: { amount: 10_000, currency: 'CAD' },
        taxCode: 'taxable',
        profession: 'massage_therapist',
        onlineBookable: true,
      })
      .expect(201),
  );
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '09:00', end: '17:00' }));
  await agent.put(`/practitioners/${practitioner.id}/working-hours`, { effectiveFrom: '2020-01-01', weekly }, { ifMatch: '*' }).expect(200);
  const from = addDays(dateIn(zone, Date.now()), 5);
  const query = `serviceId=${service.id}&practitionerId=${practitioner.id}&from=${from}&to=${addDays(from, 1)}`;
  const { body } = await agent.get(`/availability?${query}`).expect(200);
  const [slot] = (body as { data: { start: string; practitionerId: string }[] }).data;
  expect(slot).toMatchObject({ practitionerId: practitioner.id });
  return { practitionerId: practitioner.id, serviceId: service.id, start: slot?.start };
}

const SECTIONS = ['subjective', 'objective', 'assessment', 'plan'].map((key) => ({
  key,
  answers: [{ key, value: `${key}: tight upper trapezius` }],
}));

describe.each(['a person with a cookie', 'a program with an API key'])('the journey in ten calls, by %s', (who) => {
  it('is booked, reminded, arrived, documented, invoiced and paid, and the time line tells it in order', async () => {
    const world = await providers();
    const owned = await session('owner', { workers: true, env: world.env });
    world.leadTo(owned.app);
    const agent = who.includes('program') ? await program(owned) : owned.agent;
    const plan = await aClinicDay({ agent, zone: owned.clinic.timeZone });

    const patient = await made(
      agent
        .post('/patients', {
          firstName: 'Zoé',
          lastName: 'Lavoie',
          dateOfBirth: '1990-05-17',
          email: 'zoe@patients.example',
          phone: '416 555 0123',
        })
        .expect(201),
    );
    const appointment = await made(agent.post('/appointments', { ...plan, patientId: patient.id }).expect(201));
    const clash = await agent.post('/appointments', { ...plan, patientId: patient.id }).expect(409);
    expect(clash.body).toMatchObject({
      code: 'SLOT_TAKEN',
      alternatives: expect.arrayContaining([expect.objectContaining({ practitionerId: plan.practitionerId })]) as unknown,
    });

    await owned.app.settle();
    await dueNow(owned.app, appointment.id);
    await until(() => world.sandbox.control.mails('zoe@patients.example')[0], 'the reminder by e-mail');
    await until(() => world.sandbox.control.sms('+14165550123')[0], 'the reminder by SMS');
    await owned.app.settle();

    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const note = await made(agent.post('/notes', { appointmentId: appointment.id, sections: SECTIONS }).expect(201));
    await agent.post(`/notes/${note.id}/invoice`, {}).expect(409);
    await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: note.version }).expect(200);
    const invoice = await made(agent.post(`/notes/${note.id}/invoice`, {}).expect(201));
    const again = await agent.post(`/notes/${note.id}/invoice`, {}).expect(200);
    expect((again.body as Made).id).toBe(invoice.id);
    const byAppointment = await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(200);
    expect((byAppointment.body as Made).id).toBe(invoice.id);
    await agent.post(`/invoices/${invoice.id}/payments`, { amount: { amount: 11_300, currency: 'CAD' }, method: 'terminal' }).expect(201);
    const paid = await agent.get(`/invoices/${invoice.id}`).expect(200);
    expect(paid.body).toMatchObject({ status: 'paid' });

    await owned.app.settle();
    const { body } = await agent.get(`/patients/${patient.id}/timeline`).expect(200);
    const entries = (body as { data: { kind: string; at: string; summary: string; ref: { type: string; id: string } }[] }).data;
    const story = ['appointment.booked', 'message.sent', 'appointment.arrived', 'note.signed', 'invoice.issued', 'payment.received'];
    const told = entries.filter(({ kind }) => story.includes(kind)).map(({ kind }) => kind);
    expect([...new Set(told)]).toEqual(story);
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    expect(entries.every(({ summary, ref }) => summary.length > 0 && ref.id.length === 36)).toBe(true);
  });
});

it('gives a stranger nothing of it', async () => {
  const { app, owner } = await session('owner');
  const patient = await made(owner.post('/patients', { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01' }).expect(201));
  const stranger = await session('owner');
  await stranger.agent.get(`/patients/${patient.id}/timeline`).expect(404);
  await new Agent((await testApp()).url, {}).get(`/patients/${patient.id}/timeline`).expect(401);
  expect(app).toBe(await testApp());
});
