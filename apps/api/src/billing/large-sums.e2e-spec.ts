import { MOST_INVOICE_CENTS } from '@keel/money';
import { aDiary, at, anAppointment, comingDay } from '../testing/scheduling.fixture.js';
import { session } from '../testing/session.js';

const CAD = (amount: number) => ({ amount, currency: 'CAD' });
/** The most that a line of ten takes before tax. */
const LARGEST = { description: 'Equipment', quantity: 10, unitPrice: CAD(MOST_INVOICE_CENTS / 10), taxCode: 'exempt' };

async function scene() {
  const here = await session('front_desk', { workers: true });
  const diary = await aDiary(here.owner);
  let hour = 9;
  const draft = async () => {
    const appointment = await anAppointment(here.agent, diary, { start: at(comingDay(), `${String(hour++).padStart(2, '0')}:00`) });
    await here.agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    return (await here.agent.post(`/appointments/${appointment.id}/invoice`, { draft: true }).expect(201)).body as { id: string };
  };
  const write = (id: string, lines: object[]) => here.agent.patch(`/invoices/${id}`, { lines }, { ifMatch: '*' });
  return { ...here, diary, draft, write };
}

describe('an invoice', () => {
  it('comes to ten million dollars at most, and the line that brings it above is named', async () => {
    const { agent, draft, write } = await scene();
    const { id } = await draft();
    const cent = { description: 'One more', quantity: 1, unitPrice: CAD(1), taxCode: 'exempt' };
    const { body } = await write(id, [LARGEST, cent]).expect(400);
    expect(body).toMatchObject({ code: 'INVOICE_TOO_LARGE', limit: MOST_INVOICE_CENTS, errors: [{ pointer: '/lines/1' }] });
    // Far beyond what the database's whole numbers hold, and by the tax alone.
    await write(id, [{ ...LARGEST, quantity: 1000, unitPrice: CAD(100_000_000) }]).expect(400);
    await write(id, [{ ...LARGEST, taxCode: 'taxable' }]).expect(400);
    expect((await agent.get(`/invoices/${id}`).expect(200)).body).toMatchObject({ total: CAD(12_000), version: 1 });
    expect((await write(id, [LARGEST]).expect(200)).body).toMatchObject({ total: CAD(MOST_INVOICE_CENTS) });
  });
});

describe("a clinic's life", () => {
  it('may come to more than twenty-one million dollars, and than two to the thirty-first of them', async () => {
    const { agent, owner, app, clinic, diary, draft, write } = await scene();
    for (let invoice = 0; invoice < 3; invoice++) {
      const { id } = await draft();
      await write(id, [LARGEST]).expect(200);
      await agent.post(`/invoices/${id}/issue`).expect(200);
    }
    await app.settle();
    const { body: balance } = await agent.get(`/patients/${diary.patientId}/balance`).expect(200);
    expect(balance).toMatchObject({ open: CAD(3 * MOST_INVOICE_CENTS), openInvoices: 3 });
    expect(await app.sql('SELECT owing FROM patient_standing WHERE clinic_id = $1', [clinic.id])).toEqual([
      { owing: 3 * MOST_INVOICE_CENTS },
    ]);
    const appointment = await anAppointment(agent, diary, { start: at(comingDay(), '15:00') });
    expect(appointment).toMatchObject({ owing: true });

    const receivable = async () => {
      const { data } = (await owner.get('/ledger/accounts').expect(200)).body as { data: { account: string; balance: object }[] };
      return data.find(({ account }) => account === 'receivable')?.balance;
    };
    expect(await receivable()).toEqual(CAD(3 * MOST_INVOICE_CENTS));
    // A few hundred times the same books.
    const copies = Math.ceil((2 ** 31 * 100) / MOST_INVOICE_CENTS);
    await app.sql(
      `INSERT INTO posting (clinic_id, id, entry_id, account, amount, currency, party, party_id, invoice_id)
       SELECT clinic_id, uuidv7(), entry_id, account, amount, currency, party, party_id, invoice_id FROM posting, generate_series(1, $2) WHERE clinic_id = $1`,
      [clinic.id, copies],
    );
    expect(await receivable()).toEqual(CAD(3 * MOST_INVOICE_CENTS * (copies + 1)));
    expect(3 * MOST_INVOICE_CENTS * (copies + 1)).toBeGreaterThan(2 ** 31 * 100);
  });
});
