import { addDays } from '@keel/calendar';
import { aPatient } from '../testing/patients.fixture.js';
import { type Diary, aDiary, aPractitioner, at, anAppointment, comingDay, workingHours } from '../testing/scheduling.fixture.js';
import { nobody, program, type Session, session, stranger } from '../testing/session.js';

interface Invoice {
  id: string;
  number: string | null;
}

const monday = comingDay();

/** An invoice for an appointment on the n-th day from Monday. */
async function invoiceOn(agent: Session['agent'], diary: Diary, day: number, body: object = {}): Promise<Invoice> {
  const appointment = await anAppointment(agent, diary, { start: at(addDays(monday, day), '10:00') });
  await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
  return (await agent.post(`/appointments/${appointment.id}/invoice`, body).expect(201)).body as Invoice;
}

async function scene() {
  const here = await session('front_desk');
  const diary = await aDiary(here.owner);
  const ids = async (query: string) =>
    ((await here.agent.get(`/invoices?${query}`).expect(200)).body as { data: { id: string }[] }).data.map(({ id }) => id);
  const pay = async (invoice: Invoice, amount: number) =>
    (
      (await here.agent.post(`/invoices/${invoice.id}/payments`, { amount, method: 'terminal', reference: 'T-1' }).expect(201)).body as {
        id: string;
      }
    ).id;
  const balance = async (patientId = diary.patientId) =>
    (await here.agent.get(`/patients/${patientId}/balance`).expect(200)).body as object;
  return { ...here, diary, ids, pay, balance };
}

describe('the list of invoices', () => {
  it('names patient and practitioner, as they are called today', async () => {
    const { agent, owner, diary } = await scene();
    const { id } = await invoiceOn(agent, diary, 0);
    await owner.patch(`/patients/${diary.patientId}`, { lastName: 'Roy', preferredName: 'Mélie' }, { ifMatch: '*' }).expect(200);
    const { body } = await agent.get('/invoices').expect(200);
    const row = {
      id,
      patientId: diary.patientId,
      patient: { firstName: 'Amélie', lastName: 'Roy', preferredName: 'Mélie' },
      practitioner: { displayName: 'Pia Physio' },
    };
    expect((body as { data: object[] }).data).toEqual([expect.objectContaining(row)]);
    expect((await agent.get(`/invoices/${id}`).expect(200)).body).toMatchObject(row);
  });

  it('is filtered by what is open, by day, and by practitioner', async () => {
    const { agent, owner, diary, ids, pay } = await scene();
    const other = await aPractitioner(owner, { firstName: 'Otis' });
    await workingHours(owner, other.id);
    const [paid, part, issued] = [await invoiceOn(agent, diary, 0), await invoiceOn(agent, diary, 1), await invoiceOn(agent, diary, 2)];
    const draft = await invoiceOn(agent, { ...diary, practitionerId: other.id }, 2, { draft: true });
    await pay(paid, 12_000);
    await pay(part, 5_000);
    expect(await ids('')).toEqual([draft.id, issued.id, part.id, paid.id]);
    expect(await ids('status=open')).toEqual([issued.id, part.id]);
    expect(await ids('status=paid')).toEqual([paid.id]);
    expect(await ids(`from=${addDays(monday, 1)}&to=${addDays(monday, 2)}`)).toEqual([part.id]);
    expect(await ids(`practitionerId=${other.id}`)).toEqual([draft.id]);
    const first = (await agent.get('/invoices?status=open&limit=1').expect(200)).body as { nextCursor: string };
    expect(await ids(`status=open&limit=1&cursor=${first.nextCursor}`)).toEqual([part.id]);
    await agent.get('/invoices?status=late').expect(400);
    await agent.get('/invoices?from=2026-02-30').expect(400);
  });
});

describe('the balance of a patient', () => {
  it('says what is open, on how many invoices, since when, and when they last paid', async () => {
    const { agent, diary, pay, balance } = await scene();
    const nothing = {
      patientId: diary.patientId,
      open: { amount: 0, currency: 'CAD' },
      openInvoices: 0,
      oldestOpenOn: null,
      lastPaymentAt: null,
    };
    expect(await balance()).toEqual(nothing);
    const first = await invoiceOn(agent, diary, 0);
    await invoiceOn(agent, diary, 1);
    await invoiceOn(agent, diary, 2, { draft: true });
    expect(await balance()).toEqual({ ...nothing, open: { amount: 24_000, currency: 'CAD' }, openInvoices: 2, oldestOpenOn: monday });
    await pay(first, 5_000);
    expect(await balance()).toMatchObject({ open: { amount: 19_000 }, openInvoices: 2, lastPaymentAt: expect.any(String) as string });
    await pay(first, 7_000);
    expect(await balance()).toMatchObject({ open: { amount: 12_000 }, openInvoices: 1, oldestOpenOn: addDays(monday, 1) });
  });

  it('is of that patient alone', async () => {
    const { agent, owner, diary, balance } = await scene();
    await invoiceOn(agent, diary, 0);
    const other = await aPatient(owner, { lastName: 'Other' });
    expect(await balance(other.id)).toMatchObject({ open: { amount: 0 }, openInvoices: 0 });
  });

  it('is closed to other clinics, to those without the right and to nobody in particular', async () => {
    const here = await scene();
    const path = `/patients/${here.diary.patientId}/balance`;
    await (await stranger()).get(path).expect(404);
    await (await program(here, ['patient:read'])).get(path).expect(403);
    await (await nobody()).get(path).expect(401);
  });
});

describe('the list of payments', () => {
  it('is a patient’s or an invoice’s, the newest first, page by page', async () => {
    const { agent, owner, diary, pay } = await scene();
    const [first, second] = [await invoiceOn(agent, diary, 0), await invoiceOn(agent, diary, 1)];
    const other = await aPatient(owner, { lastName: 'Other' });
    const theirs = await invoiceOn(agent, { ...diary, patientId: other.id }, 2);
    const paid = [await pay(first, 1_000), await pay(second, 2_000), await pay(first, 3_000)];
    await pay(theirs, 4_000);
    const list = async (query: string) =>
      (await agent.get(`/payments?${query}`).expect(200)).body as { data: { id: string }[]; nextCursor: string | null };
    const { data } = await list(`patientId=${diary.patientId}`);
    expect(data.map(({ id }) => id)).toEqual(paid.toReversed());
    expect(data[0]).toEqual({
      id: paid[2],
      patientId: diary.patientId,
      invoiceId: first.id,
      invoiceNumber: first.number,
      amount: { amount: 3_000, currency: 'CAD' },
      method: 'terminal',
      reference: 'T-1',
      receivedAt: expect.any(String) as string,
      reversal: null,
      reversibleUntil: expect.any(String) as string,
      version: 1,
    });
    expect((await list(`invoiceId=${first.id}`)).data.map(({ id }) => id)).toEqual([paid[2], paid[0]]);
    const page = await list(`patientId=${diary.patientId}&limit=2`);
    expect((await list(`patientId=${diary.patientId}&limit=2&cursor=${page.nextCursor}`)).data.map(({ id }) => id)).toEqual([paid[0]]);
    expect((await list('')).data).toHaveLength(4);
  });

  it('is closed to other clinics, to those without the right and to nobody in particular', async () => {
    const here = await scene();
    await here.pay(await invoiceOn(here.agent, here.diary, 0), 1_000);
    const path = `/payments?patientId=${here.diary.patientId}`;
    expect((await (await stranger()).get(path).expect(200)).body).toEqual({ data: [], nextCursor: null, total: 0 });
    await (await program(here, ['patient:read'])).get(path).expect(403);
    await (await nobody()).get(path).expect(401);
  });
});
