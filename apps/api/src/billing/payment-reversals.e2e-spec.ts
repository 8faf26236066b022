import { addDays } from '@keel/calendar';
import fc from 'fast-check';
import { canReadPdf, wordsOf } from '../testing/pdf.js';
import { aDiary, at, anAppointment, comingDay, type TestAppointment } from '../testing/scheduling.fixture.js';
import { member, nobody, program, session, stranger } from '../testing/session.js';

const CAD = (amount: number) => ({ amount, currency: 'CAD' });
const WHY = { reason: 'Typed twice' };

interface Payment {
  id: string;
  amount: { amount: number };
  reversal: object | null;
  version: number;
}
interface Invoice {
  id: string;
  status: string;
  total: { amount: number };
  paid: { amount: number };
  open: { amount: number };
  adjusted: { amount: number };
  payments: Payment[];
}

async function scene(options: { workers?: boolean } = {}) {
  const here = await session('front_desk', options);
  const { agent, owner } = here;
  const diary = await aDiary(owner);
  let day = 0;
  const arrived = async (): Promise<TestAppointment> => {
    day += 1;
    const appointment = await anAppointment(agent, diary, { start: at(addDays(comingDay(), 7 * day), '10:00') });
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    return appointment;
  };
  const invoice = async (appointment: { id: string }) =>
    ((await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201)).body as Invoice).id;
  const tryPay = (id: string, amount: number) => agent.post(`/invoices/${id}/payments`, { amount, method: 'cash', reference: 'C-1' });
  const pay = async (id: string, amount: number) => ((await tryPay(id, amount).expect(201)).body as Payment).id;
  const read = async (id: string) => (await agent.get(`/invoices/${id}`).expect(200)).body as Invoice;
  const reverse = (id: string, body: object = WHY) => agent.post(`/payments/${id}/reverse`, body);
  const card = async ({ id }: { id: string }) => (await agent.get(`/appointments/${id}`).expect(200)).body as object;
  const accounts = async () => {
    const { body } = await owner.get('/ledger/accounts').expect(200);
    const { data } = body as { data: { account: string; balance: { amount: number } }[] };
    return Object.fromEntries(data.map((one) => [one.account, one.balance.amount]));
  };
  return { ...here, diary, arrived, invoice, tryPay, pay, read, reverse, card, accounts };
}

describe('a payment that was a mistake', () => {
  it('is taken back with a reason: the invoice is owed again, and both stay on record with who, when and why', async () => {
    const { agent, arrived, invoice, pay, read, reverse, card, accounts, diary } = await scene();
    const appointment = await arrived();
    const id = await invoice(appointment);
    const kept = await pay(id, 2000);
    const wrong = await pay(id, 10_000);
    expect(await card(appointment)).toMatchObject({ invoiceStatus: 'paid' });
    await reverse(wrong, {}).expect(400);
    await reverse(wrong, { reason: '   ' }).expect(400);
    const { body } = await reverse(wrong, { reason: '  Wrong patient ' }).expect(200);
    const reversal = { at: expect.any(String) as string, reason: 'Wrong patient', byName: expect.stringMatching(/\w+ \w+/) as string };
    const invoiceNow = { id, status: 'issued', open: CAD(10_000) };
    expect(body).toMatchObject({ id: wrong, amount: CAD(10_000), reversal, reversibleUntil: null, invoice: invoiceNow, version: 2 });
    expect((await agent.get(`/payments/${wrong}`).expect(200)).body).toEqual(body);
    expect(await read(id)).toMatchObject({
      status: 'issued',
      paid: CAD(2000),
      open: CAD(10_000),
      payments: [
        { id: kept, reversal: null, reversibleUntil: expect.any(String) as string },
        { id: wrong, method: 'cash', reference: 'C-1', reversal },
      ],
    });
    expect(await card(appointment)).toMatchObject({ invoiceStatus: 'part_paid' });
    expect(await accounts()).toMatchObject({ receivable: 10_000, cash: 2000, revenue: -12_000 });
    expect((await agent.get(`/payments?invoiceId=${id}`).expect(200)).body).toMatchObject({
      data: [
        { id: wrong, reversal },
        { id: kept, reversal: null },
      ],
    });
    expect((await agent.get(`/invoices?status=open&patientId=${diary.patientId}`).expect(200)).body).toMatchObject({ data: [{ id }] });
    // What is owed again is paid again.
    await pay(id, 10_000);
    expect(await read(id)).toMatchObject({ status: 'paid', open: CAD(0) });
  });

  it('does not count in the balance of the patient, nor on the schedule, and the journey tells of both', async () => {
    const { app, agent, arrived, invoice, pay, reverse, card, diary } = await scene({ workers: true });
    const appointment = await arrived();
    const wrong = await pay(await invoice(appointment), 12_000);
    await app.settle();
    expect(await card(appointment)).toMatchObject({ owing: false });
    await reverse(wrong).expect(200);
    await app.settle();
    expect(await card(appointment)).toMatchObject({ owing: true, invoiceStatus: 'issued' });
    const balance = await agent.get(`/patients/${diary.patientId}/balance`).expect(200);
    expect(balance.body).toMatchObject({ open: CAD(12_000), openInvoices: 1, lastPaymentAt: null });
    const { body } = await agent.get(`/patients/${diary.patientId}/timeline?theme=money`).expect(200);
    expect((body as { data: object[] }).data).toMatchObject([
      { kind: 'invoice.issued' },
      { kind: 'payment.received', summary: 'Paid $120.00' },
      { kind: 'payment.reversed', summary: 'Payment of $120.00 taken back', ref: { type: 'payment', id: wrong } },
    ]);
  });

  (canReadPdf ? it : it.skip)('stands on no paper, so that what is printed adds up', async () => {
    const { agent, arrived, invoice, pay, reverse } = await scene();
    const id = await invoice(await arrived());
    await pay(id, 2000);
    await reverse(await pay(id, 10_000)).expect(200);
    const { body, headers } = await agent.get(`/invoices/${id}/pdf`).responseType('blob').expect(200);
    expect(headers['content-disposition']).toContain('invoice-00001.pdf');
    const words = wordsOf(body as Buffer);
    expect(words).toMatch(/by cash\s+\$20\.00\s+Balance owing\s+\$100\.00/);
  });

  it('forbids neither un-arriving nor a void any longer', async () => {
    const { agent, arrived, invoice, pay, read, reverse } = await scene();
    const [first, second] = [await arrived(), await arrived()];
    const ids = [await invoice(first), await invoice(second)] as const;
    const payments = [await pay(ids[0], 12_000), await pay(ids[1], 5000)] as const;
    expect((await agent.post(`/appointments/${first.id}/unarrive`).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_PAID' });
    expect((await agent.post(`/invoices/${ids[1]}/void`).expect(409)).body).toMatchObject({
      code: 'INVOICE_PAID',
      detail: expect.stringContaining('/reverse') as string,
    });
    for (const payment of payments) await reverse(payment).expect(200);
    await agent.post(`/appointments/${first.id}/unarrive`).expect(200);
    await agent.post(`/invoices/${ids[1]}/void`).expect(200);
    for (const id of ids) expect(await read(id)).toMatchObject({ status: 'void', paid: CAD(0), open: CAD(0) });
  });

  it('is taken back on its own day by the clock of the place, and afterwards the refusal says what to do', async () => {
    const { app, clinic, agent, arrived, invoice, pay, read, reverse } = await scene();
    const id = await invoice(await arrived());
    const payment = await pay(id, 12_000);
    await app.sql(`UPDATE payment SET received_at = received_at - interval '1 day' WHERE clinic_id = $1`, [clinic.id]);
    const refused = (await reverse(payment).expect(409)).body as { detail: string };
    expect(refused).toMatchObject({ code: 'PAYMENT_DAY_OVER', detail: expect.stringContaining('tell whoever keeps the books') as string });
    expect(await read(id)).toMatchObject({ status: 'paid', payments: [{ reversal: null }] });
    const { reversibleUntil } = (await agent.get(`/payments/${payment}`).expect(200)).body as { reversibleUntil: string };
    expect(Date.parse(reversibleUntil)).toBeLessThanOrEqual(Date.now());
  });

  it('is taken back by whoever may take one, in their own clinic, and the audit says why', async () => {
    const here = await scene();
    const { owner, clinic, app, arrived, invoice, pay, reverse } = here;
    const payment = await pay(await invoice(await arrived()), 100);
    const path = `/payments/${payment}/reverse`;
    await (await stranger()).post(path, WHY).expect(404);
    await (await program(here, ['invoice:read', 'invoice:write'])).post(path, WHY).expect(403);
    await (await nobody()).post(path, WHY).expect(401);
    await here.agent.post(path, WHY, { idempotencyKey: null }).expect(400);
    await here.agent.post(path, { ...WHY, amount: 50 }).expect(400);
    await reverse(await pay(await invoice(await arrived()), 200)).expect(200);
    const billing = (await member(app, owner, clinic.id, 'billing')).agent;
    await billing.post(path, { reason: 'Wrong day' }).expect(200);
    const [row] = await app.sql<{ action: string }>(`SELECT action FROM audit_entry WHERE entity_id = $1 AND reason = 'Wrong day'`, [
      payment,
    ]);
    expect(row).toEqual({ action: 'delete' });
  });
});

describe('a payment is taken back once', () => {
  it('for each key, and not again by another', async () => {
    const { agent, arrived, invoice, pay, read, reverse } = await scene();
    const id = await invoice(await arrived());
    const payment = await pay(id, 5000);
    const path = `/payments/${payment}/reverse`;
    const first = await agent.post(path, WHY, { idempotencyKey: 'back-1' }).expect(200);
    const again = await agent.post(path, WHY, { idempotencyKey: 'back-1' }).expect(200);
    expect(again.body).toEqual(first.body);
    expect((await reverse(payment, { reason: 'Other' }).expect(409)).body).toMatchObject({
      code: 'PAYMENT_REVERSED',
      reversal: { reason: 'Typed twice' },
    });
    expect(await read(id)).toMatchObject({ paid: CAD(0), open: CAD(12_000) });
  });

  it('though many do it at once, and while others pay', async () => {
    const { arrived, invoice, pay, tryPay, read, reverse, accounts } = await scene();
    const id = await invoice(await arrived());
    const payment = await pay(id, 12_000);
    const answers = await Promise.all(Array.from({ length: 8 }, () => reverse(payment)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    const next = await pay(id, 12_000);
    const [, ...paid] = await Promise.all([reverse(next).expect(200), ...Array.from({ length: 4 }, () => tryPay(id, 7000))]);
    const took = paid.filter(({ status }) => status === 201).length;
    expect(took).toBeLessThanOrEqual(1);
    expect(await read(id)).toMatchObject({ paid: CAD(7000 * took), open: CAD(12_000 - 7000 * took), status: 'issued' });
    expect(await accounts()).toMatchObject({ receivable: 12_000 - 7000 * took, cash: 7000 * took });
  });

  it('or the invoice is voided after it, never before', async () => {
    const { agent, arrived, invoice, pay, read, reverse, accounts } = await scene();
    for (let round = 0; round < 5; round += 1) {
      const id = await invoice(await arrived());
      const payment = await pay(id, 12_000);
      const [back, voided] = await Promise.all([reverse(payment), agent.post(`/invoices/${id}/void`)]);
      expect(back.status).toBe(200);
      expect([200, 409]).toContain(voided.status);
      expect(await read(id)).toMatchObject({ status: voided.status === 200 ? 'void' : 'issued', paid: CAD(0) });
      if (voided.status !== 200) await agent.post(`/invoices/${id}/void`).expect(200);
    }
    expect(await accounts()).toMatchObject({ receivable: 0, cash: 0, revenue: 0 });
  });

  it('and the database holds it: once, whole, never changed, and nothing paid that was not', async () => {
    const { app, clinic, arrived, invoice, pay, reverse } = await scene();
    const id = await invoice(await arrived());
    const payment = await pay(id, 5000);
    const insert = `INSERT INTO payment_reversal (clinic_id, id, payment_id, reason, reversed_by_type, reversed_by, reversed_at)
      VALUES ($1, uuidv7(), $2, 'x', 'user', 'x', now())`;
    await expect(app.sql(insert, [clinic.id, payment])).rejects.toMatchObject({ constraint: 'paid_is_what_was_paid' });
    await reverse(payment).expect(200);
    await expect(app.sql(insert, [clinic.id, payment])).rejects.toMatchObject({ code: '23505' });
    const granted = await app.sql<{ privilege: string }>(
      `SELECT privilege_type AS privilege FROM information_schema.role_table_grants
       WHERE grantee = 'keel_app' AND table_name IN ('payment', 'payment_reversal') AND privilege_type NOT IN ('SELECT', 'INSERT')`,
    );
    expect(granted).toEqual([]);
  });
});

describe('any run of payments, take-backs and voids', () => {
  it('leaves paid what was paid and not taken back, and a state that follows from it', async () => {
    const { agent, arrived, invoice, tryPay, read, reverse, accounts } = await scene();
    const step = fc.oneof(
      fc.record({ kind: fc.constant('pay' as const), amount: fc.constantFrom(1, 3000, 6000, 12_000) }),
      fc.record({ kind: fc.constant('reverse' as const), which: fc.nat(5) }),
      fc.record({ kind: fc.constant('void' as const) }),
    );
    let receivable = 0;
    let cash = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        const id = await invoice(await arrived());
        const model = { counted: new Map<string, number>(), every: [] as string[], voided: false };
        for (const one of steps) {
          const paid = [...model.counted.values()].reduce((sum, amount) => sum + amount, 0);
          if (one.kind === 'pay') {
            const { status, body } = await tryPay(id, one.amount);
            expect(status).toBe(!model.voided && paid + one.amount <= 12_000 ? 201 : 409);
            if (status !== 201) continue;
            model.counted.set((body as Payment).id, one.amount);
            model.every.push((body as Payment).id);
          } else if (one.kind === 'reverse') {
            const payment = model.every[one.which];
            if (payment) expect((await reverse(payment)).status).toBe(model.counted.delete(payment) ? 200 : 409);
          } else {
            const { status } = await agent.post(`/invoices/${id}/void`);
            expect(status).toBe(!model.voided && paid === 0 ? 200 : 409);
            model.voided ||= status === 200;
          }
        }
        const now = await read(id);
        const paid = [...model.counted.values()].reduce((sum, amount) => sum + amount, 0);
        expect(now.payments.filter(({ reversal }) => !reversal).map((one) => [one.id, one.amount.amount])).toEqual([...model.counted]);
        expect(now.payments.map((one) => one.id)).toEqual(model.every);
        expect(now.paid.amount).toBe(paid);
        expect(now.status).toBe(model.voided ? 'void' : paid === 12_000 ? 'paid' : 'issued');
        expect(now.total.amount).toBe(now.paid.amount + now.open.amount + now.adjusted.amount);
        receivable += now.open.amount;
        cash += paid;
        expect(await accounts()).toMatchObject({ receivable, cash });
      }),
      { numRuns: 12 },
    );
  });
});
