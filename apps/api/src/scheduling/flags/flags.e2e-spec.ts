import { Db, newId, Outbox, systemCtx } from '../../platform/index.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { aDiary, at, anAppointment, comingDay } from '../../testing/scheduling.fixture.js';
import { session } from '../../testing/session.js';

interface Card {
  newPatient: boolean;
  owing: boolean;
  patientAlerts: number;
}

async function scene() {
  const here = await session('owner', { workers: true });
  const diary = await aDiary(here.owner);
  const appointment = await anAppointment(here.agent, diary);
  const card = async (id = appointment.id) => {
    await here.app.settle();
    const { body } = await here.agent.get(`/appointments?from=${comingDay()}`).expect(200);
    const { newPatient, owing, patientAlerts } = (body as { data: (Card & { id: string })[] }).data.find((one) => one.id === id) as Card;
    return { newPatient, owing, patientAlerts };
  };
  /** What billing tells of an invoice as of a version of it. */
  const tell = (invoiceId: string, version: number, open: number) => {
    const ref = { invoiceId, patientId: appointment.patientId, appointmentId: null };
    const told = { ...ref, version, open, status: open > 0 ? 'issued' : 'paid' } as const;
    return here.app.nest
      .get(Db)
      .tx(
        systemCtx(here.clinic.id, 'test'),
        async (ctx) => void (await here.app.nest.get(Outbox).add(ctx, 'invoice.balance_changed', told)),
      );
  };
  return { ...here, diary, appointment, card, tell };
}

describe('an appointment on the schedule', () => {
  it('says that the patient is new until they have come to an earlier one', async () => {
    const { agent, diary, appointment, card } = await scene();
    const later = await anAppointment(agent, diary, { start: at(comingDay(3), '10:00') });
    expect([await card(), await card(later.id)]).toMatchObject([{ newPatient: true }, { newPatient: true }]);
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    expect([await card(), await card(later.id)]).toMatchObject([{ newPatient: true }, { newPatient: false }]);
    await agent.post(`/appointments/${appointment.id}/unarrive`).expect(200);
    expect(await card(later.id)).toMatchObject({ newPatient: true });
    const answer = await agent.post(`/appointments/${later.id}/arrive`).expect(200);
    expect(answer.body).toMatchObject({ newPatient: true });
    await agent.post(`/appointments/${later.id}/leave-unseen`).expect(200);
    const last = await anAppointment(agent, diary, { start: at(comingDay(4), '10:00') });
    expect(last).toMatchObject({ newPatient: true });
  });

  it('says so of nobody else, and counts the alerts without telling them', async () => {
    const { agent, diary, appointment } = await scene();
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const other = await aPatient(agent, { lastName: 'Other', alerts: ['Latex allergy', 'Faints'] });
    const theirs = await anAppointment(agent, { ...diary, patientId: other.id }, { start: at(comingDay(3), '10:00') });
    expect(theirs).toMatchObject({ newPatient: true, owing: false, patientAlerts: 2 });
    expect(JSON.stringify(theirs)).not.toContain('Latex');
  });

  it('says that something is owed from the invoice to the last payment', async () => {
    const { agent, diary, appointment, card } = await scene();
    const later = await anAppointment(agent, diary, { start: at(comingDay(3), '10:00') });
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const { body } = await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
    const { id } = body as { id: string };
    expect([await card(), await card(later.id)]).toMatchObject([{ owing: true }, { owing: true }]);
    const pay = (amount: number) =>
      agent.post(`/invoices/${id}/payments`, { amount: { amount, currency: 'CAD' }, method: 'cash' }).expect(201);
    await pay(5_000);
    expect(await card(later.id)).toMatchObject({ owing: true });
    await pay(7_000);
    expect([await card(), await card(later.id)]).toMatchObject([{ owing: false }, { owing: false }]);
  });

  it('ends with the same, whatever the order in which billing is heard and how often', async () => {
    const { tell, card, appointment, app } = await scene();
    const [one, two, three] = [newId(), newId(), newId()];
    await tell(one, 4, 0);
    await tell(one, 3, 7_000);
    await tell(one, 2, 12_000);
    await tell(two, 3, 0);
    await tell(two, 2, 12_000);
    expect(await card()).toMatchObject({ owing: false });
    await tell(three, 2, 12_000);
    await tell(three, 2, 12_000);
    expect(await card()).toMatchObject({ owing: true });
    expect(await app.sql('SELECT owing FROM patient_standing WHERE id = $1', [appointment.patientId])).toEqual([{ owing: 12_000 }]);
    await tell(three, 3, 0);
    expect(await card()).toMatchObject({ owing: false });
  });

  it('counts right when many invoices are told at once', async () => {
    const { tell, card, appointment, app } = await scene();
    await Promise.all(Array.from({ length: 30 }, () => tell(newId(), 2, 1_000)));
    expect(await card()).toMatchObject({ owing: true });
    expect(await app.sql('SELECT owing FROM patient_standing WHERE id = $1', [appointment.patientId])).toEqual([{ owing: 30_000 }]);
  });
});
