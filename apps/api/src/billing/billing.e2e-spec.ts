import { Agent } from '../testing/agent.js';
import { canReadPdf, pagesOf, wordsOf } from '../testing/pdf.js';
import { aPatient } from '../testing/patients.fixture.js';
import { type Diary, aDiary, aService, at, anAppointment, comingDay } from '../testing/scheduling.fixture.js';
import { nobody, session } from '../testing/session.js';

interface Invoice {
  id: string;
  number: string;
  status: string;
  version: number;
  total: { amount: number };
  open: { amount: number };
}

async function arrived(agent: Agent, diary: Diary, over: Record<string, unknown> = {}) {
  const appointment = await anAppointment(agent, diary, over);
  await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
  return appointment;
}

async function invoiced(agent: Agent, diary: Diary, over: Record<string, unknown> = {}): Promise<Invoice> {
  const appointment = await arrived(agent, diary, over);
  const { body } = await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
  return body as Invoice;
}

describe('an appointment is invoiced', () => {
  it('at arrival, before any note, with a number, tax and what is owed', async () => {
    const { agent, owner } = await session('front_desk');
    const diary = await aDiary(owner);
    const massage = await aService(owner, { name: 'Massage 60', taxCode: 'taxable', price: { amount: 10_001, currency: 'CAD' } });
    const invoice = await invoiced(agent, { ...diary, serviceId: massage.id });
    expect(invoice).toMatchObject({
      number: '00001',
      status: 'issued',
      subtotal: { amount: 10_001, currency: 'CAD' },
      taxes: [{ name: 'HST', rate: 13_000, amount: { amount: 1300, currency: 'CAD' } }],
      total: { amount: 11_301 },
      open: { amount: 11_301 },
    });
  });

  it('once, however often and at once it is asked for', async () => {
    const { agent, owner } = await session('front_desk');
    const appointment = await arrived(agent, await aDiary(owner));
    const answers = await Promise.all(Array.from({ length: 8 }, () => agent.post(`/appointments/${appointment.id}/invoice`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => (body as Invoice).id)).size).toBe(1);
    const { body } = await agent.get('/invoices').expect(200);
    expect((body as { data: unknown[] }).data).toHaveLength(1);
  });

  it('only once the patient is there, by those who may, in their own clinic', async () => {
    const { agent, owner } = await session('front_desk');
    const diary = await aDiary(owner);
    const appointment = await anAppointment(agent, diary);
    const early = await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(409);
    expect(early.body).toMatchObject({ code: 'APPOINTMENT_NOT_ARRIVED' });
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const other = await session('front_desk');
    await other.agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(404);
    await (await nobody()).post(`/appointments/${appointment.id}/invoice`, {}).expect(401);
    await agent.post(`/appointments/${appointment.id}/invoice`, { discount: 5 }).expect(400);
  });

  it('and is listed as not invoiced from the arrival until then', async () => {
    const { agent, owner } = await session('front_desk');
    const diary = await aDiary(owner);
    const appointment = await anAppointment(agent, diary, { start: at(comingDay(), '11:00') });
    const { id } = await arrived(agent, diary);
    const listed = async (query: string) =>
      ((await agent.get(`/appointments?${query}`).expect(200)).body as { data: { id: string }[] }).data.map((one) => one.id);
    expect(await listed('invoiced=false')).toEqual([id]);
    expect(await listed('invoiced=true')).toEqual([]);
    await agent.post(`/appointments/${id}/invoice`, {}).expect(201);
    expect(await listed('invoiced=false')).toEqual([]);
    expect(await listed('invoiced=true')).toEqual([id]);
    expect(await listed('')).toEqual([id, appointment.id]);
    await agent.get('/appointments?invoiced=perhaps').expect(400);
  });

  it('with numbers that have no gaps, though many are issued at once and some are refused', async () => {
    const { agent, owner } = await session('front_desk');
    const diary = await aDiary(owner);
    const appointments = [];
    for (const clock of ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00']) {
      appointments.push(await anAppointment(agent, diary, { start: at(comingDay(2), clock) }));
    }
    for (const appointment of appointments.slice(0, 5)) await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const answers = await Promise.all(appointments.map((appointment) => agent.post(`/appointments/${appointment.id}/invoice`, {})));
    const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => (body as Invoice).number);
    expect(numbers.sort()).toEqual(['00001', '00002', '00003', '00004', '00005']);
  });
});

describe('a draft', () => {
  it('can be changed until it is issued, and an issued invoice never', async () => {
    const { agent, owner, app, clinic } = await session('front_desk');
    const appointment = await arrived(agent, await aDiary(owner));
    const { body } = await agent.post(`/appointments/${appointment.id}/invoice`, { draft: true }).expect(201);
    const draft = body as Invoice;
    expect(draft).toMatchObject({ status: 'draft', number: null, open: { amount: 0 } });
    const lines = [{ description: 'Treatment, half', quantity: 2, unitPrice: { amount: 4000, currency: 'CAD' }, taxCode: 'taxable' }];
    await agent.patch(`/invoices/${draft.id}`, { lines }).expect(428);
    const wrong = [{ ...lines[0], unitPrice: { amount: 1, currency: 'USD' } }];
    await agent.patch(`/invoices/${draft.id}`, { lines: wrong }, { ifMatch: draft.version }).expect(400);
    const changed = await agent.patch(`/invoices/${draft.id}`, { lines }, { ifMatch: draft.version }).expect(200);
    expect(changed.body).toMatchObject({ total: { amount: 9040 } });
    await agent.patch(`/invoices/${draft.id}`, { lines }, { ifMatch: draft.version }).expect(412);
    await agent.post(`/invoices/${draft.id}/issue`).expect(200);
    await agent.patch(`/invoices/${draft.id}`, { lines }, { ifMatch: '*' }).expect(409);
    for (const sql of [
      `UPDATE invoice SET total = 1, subtotal = 1, tax = 0 WHERE clinic_id = $1`,
      `UPDATE invoice SET snapshot = '{}' WHERE clinic_id = $1`,
      `UPDATE invoice SET number = 99 WHERE clinic_id = $1`,
      `DELETE FROM invoice_line WHERE clinic_id = $1`,
    ]) {
      await expect(app.sql(sql, [clinic.id])).rejects.toMatchObject({ constraint: 'issued_invoice_unchanged' });
    }
  });
});

describe('a payment', () => {
  it('makes the invoice read paid, once for each key', async () => {
    const { agent, owner } = await session('front_desk');
    const invoice = await invoiced(agent, await aDiary(owner));
    await agent.post(`/invoices/${invoice.id}/payments`, { amount: 2000, method: 'cash' }, { idempotencyKey: null }).expect(400);
    const part = { amount: { amount: 2000, currency: 'CAD' }, method: 'cash' };
    const first = await agent.post(`/invoices/${invoice.id}/payments`, part, { idempotencyKey: 'pay-1' }).expect(201);
    const again = await agent.post(`/invoices/${invoice.id}/payments`, part, { idempotencyKey: 'pay-1' }).expect(201);
    expect(again.body).toEqual(first.body);
    await agent.post(`/invoices/${invoice.id}/payments`, { amount: 10_000, method: 'terminal', reference: 'slip 7' }).expect(201);
    const paid = await agent.get(`/invoices/${invoice.id}`).expect(200);
    expect(paid.body).toMatchObject({
      status: 'paid',
      paid: { amount: 12_000 },
      open: { amount: 0 },
      payments: [
        { method: 'cash', reference: null },
        { method: 'terminal', reference: 'slip 7' },
      ],
    });
  });

  it.each([
    [{ amount: 0, method: 'cash' }, 400],
    [{ amount: -5, method: 'cash' }, 400],
    [{ amount: 10.5, method: 'cash' }, 400],
    [{ amount: { amount: 100, currency: 'USD' }, method: 'cash' }, 400],
    [{ amount: { amount: 100, currency: 'CAD', note: 'x' }, method: 'cash' }, 400],
    [{ amount: 100, method: 'gold' }, 400],
    [{ amount: 12_001, method: 'cash' }, 409],
  ])('of %j is refused by %i', async (body, status) => {
    const { agent, owner } = await session('front_desk');
    const invoice = await invoiced(agent, await aDiary(owner));
    await agent.post(`/invoices/${invoice.id}/payments`, body).expect(status);
    const after = await agent.get(`/invoices/${invoice.id}`).expect(200);
    expect(after.body).toMatchObject({ paid: { amount: 0 }, open: { amount: 12_000 } });
  });

  it('never exceeds what is owed, though many come at once', async () => {
    const { agent, owner, app, clinic } = await session('front_desk');
    const invoice = await invoiced(agent, await aDiary(owner));
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => agent.post(`/invoices/${invoice.id}/payments`, { amount: 5000, method: 'cash' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(8);
    const [ledger] = await app.sql<{ sum: string }>(`SELECT sum(amount) FROM posting WHERE clinic_id = $1 AND account = 'receivable'`, [
      clinic.id,
    ]);
    expect(Number(ledger?.sum)).toBe(2000);
  });

  it('is nothing to another clinic or to somebody without the right', async () => {
    const { agent, owner } = await session('front_desk');
    const invoice = await invoiced(agent, await aDiary(owner));
    const { body } = await agent.post(`/invoices/${invoice.id}/payments`, { amount: 100, method: 'cash' }).expect(201);
    const other = await session('billing');
    for (const path of [`/invoices/${invoice.id}`, `/payments/${(body as { id: string }).id}`, `/invoices/${invoice.id}/pdf`]) {
      await other.agent.get(path).expect(404);
      await (await nobody()).get(path).expect(401);
    }
    await other.agent.post(`/invoices/${invoice.id}/payments`, { amount: 100, method: 'cash' }).expect(404);
    await other.agent.post(`/invoices/${invoice.id}/void`).expect(404);
    await agent.get('/ledger/accounts').expect(403);
  });
});

describe('taking an invoice back', () => {
  it('posts the reverse, keeps the number, and lets the appointment be invoiced again', async () => {
    const { agent, owner } = await session('billing');
    const diary = await aDiary(owner);
    const appointment = await arrived(owner, diary);
    const first = (await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201)).body as Invoice;
    await agent.post(`/invoices/${first.id}/void`, { reason: '' }).expect(400);
    const voided = await agent.post(`/invoices/${first.id}/void`, { reason: 'Wrong service' }).expect(200);
    expect(voided.body).toMatchObject({ voidReason: 'Wrong service' });
    expect(voided.body).toMatchObject({ status: 'void', adjusted: { amount: 12_000 }, open: { amount: 0 } });
    await agent.post(`/invoices/${first.id}/void`).expect(409);
    await agent.post(`/invoices/${first.id}/payments`, { amount: 100, method: 'cash' }).expect(409);
    const second = (await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201)).body as Invoice;
    expect(second.number).toBe('00002');
    await agent.post(`/invoices/${second.id}/payments`, { amount: 12_000, method: 'e_transfer' }).expect(201);
    const paid = await agent.post(`/invoices/${second.id}/void`).expect(409);
    expect(paid.body).toMatchObject({ code: 'INVOICE_PAID' });
    const { body } = await agent.get('/ledger/accounts').expect(200);
    const balances = Object.fromEntries(
      (body as { data: { account: string; balance: { amount: number } }[] }).data.map((one) => [one.account, one.balance.amount]),
    );
    expect(balances).toMatchObject({ receivable: 0, bank: 12_000, revenue: -12_000 });
  });
});

describe('the journal', () => {
  it('refuses an entry that does not sum to zero, and a fact that posts twice', async () => {
    const { agent, owner, app, clinic } = await session('front_desk');
    const invoice = await invoiced(agent, await aDiary(owner));
    const [entry] = await app.sql<{ id: string }>('SELECT id FROM journal_entry WHERE clinic_id = $1', [clinic.id]);
    const unbalanced = `INSERT INTO posting (clinic_id, id, entry_id, account, amount, currency, party, party_id, invoice_id)
      SELECT clinic_id, uuidv7(), $2, 'cash', 1, 'CAD', 'patient', patient_id, id FROM invoice WHERE clinic_id = $1`;
    await expect(app.sql(unbalanced, [clinic.id, entry?.id])).rejects.toMatchObject({ constraint: 'journal_entry_balanced' });
    const twice = `INSERT INTO journal_entry (clinic_id, id, source, source_id, purpose, at, posted_on)
      VALUES ($1, uuidv7(), 'invoice', $2, 'issue', now(), now())`;
    await expect(app.sql(twice, [clinic.id, invoice.id])).rejects.toMatchObject({ code: '23505' });
  });
});

describe('what is printed', () => {
  it('about people and places stays as it was at issue', async () => {
    const { agent, owner } = await session('front_desk');
    const diary = await aDiary(owner);
    const invoice = await invoiced(agent, diary);
    const patient = (await agent.get(`/patients/${diary.patientId}`).expect(200)).body as { version: number };
    await agent.patch(`/patients/${diary.patientId}`, { lastName: 'Tremblay' }, { ifMatch: patient.version }).expect(200);
    const { body } = await agent.get(`/invoices/${invoice.id}`).expect(200);
    expect(body).toMatchObject({
      patient: { lastName: 'Tremblay' },
      printed: {
        clinic: { name: 'Érablière Physio', taxNumbers: {} },
        patientName: 'Amélie Gagné',
        practitioner: { name: 'Pia Physio', registrationNumber: 'R-77' },
        appointment: { minutes: 45 },
      },
    });
  });
});

describe('what a draft would print', () => {
  it('is as everything is now, is kept at issue, and is with the draft alone', async () => {
    const { agent, owner, clinic } = await session('front_desk');
    const diary = await aDiary(owner);
    const [here] = ((await owner.get('/locations').expect(200)).body as { data: { id: string }[] }).data;
    const address = { addressLine1: '12 Elgin Street', addressLine2: 'Suite 3', city: 'Ottawa', region: 'ON', postalCode: 'K1P 1C4' };
    const appointment = await arrived(agent, diary);
    const { body } = await agent.post(`/appointments/${appointment.id}/invoice`, { draft: true }).expect(201);
    const { id, printed } = body as Invoice & { printed: object };
    expect(printed).toMatchObject({ clinic: { phone: null }, location: { lines: ['ON'] }, patientName: 'Amélie Gagné' });
    await owner.patch(`/locations/${here!.id}`, address, { ifMatch: '*' }).expect(200);
    await owner.patch(`/clinics/${clinic.id}`, { phone: '613 555 0100 x 45' }, { ifMatch: '*' }).expect(200);
    await owner.patch(`/patients/${diary.patientId}`, { lastName: 'Roy', preferredName: 'Mélie' }, { ifMatch: '*' }).expect(200);
    const now = {
      clinic: { phone: '613\u00a0555-0100\u00a0x\u00a045' },
      location: { lines: ['12 Elgin Street', 'Suite 3', 'Ottawa ON K1P 1C4'] },
      patientName: 'Amélie Roy',
      practitioner: { name: 'Pia Physio', registrationNumber: 'R-77' },
      appointment: { start: appointment.start, minutes: 45 },
    };
    const seen = (await agent.get(`/invoices/${id}`).expect(200)).body as { printed: object };
    expect(seen).toMatchObject({ status: 'draft', printed: now });
    expect((await agent.get('/invoices').expect(200)).body).toMatchObject({ data: [{ id, printed: null }] });
    const issued = (await agent.post(`/invoices/${id}/issue`).expect(200)).body as { printed: object };
    expect(issued.printed).toEqual(seen.printed);
    await owner.patch(`/locations/${here!.id}`, { city: 'Gatineau' }, { ifMatch: '*' }).expect(200);
    expect((await agent.get(`/invoices/${id}`).expect(200)).body).toMatchObject({ status: 'issued', printed: now });
  });
});

describe('the paper of an invoice', () => {
  it('is a PDF file named by its number, and a receipt once nothing is owed', async () => {
    const { agent, owner } = await session('front_desk');
    const invoice = await invoiced(agent, await aDiary(owner));
    const printed = () => agent.get(`/invoices/${invoice.id}/pdf`).responseType('blob').expect(200);
    const { body, headers } = await printed();
    expect(headers['content-type']).toBe('application/pdf');
    const names = [headers['content-disposition']];
    for (const amount of [5000, 7000]) {
      await agent.post(`/invoices/${invoice.id}/payments`, { amount, method: 'cash' }).expect(201);
      names.push((await printed()).headers['content-disposition']);
    }
    expect(names).toEqual(['invoice', 'invoice', 'receipt'].map((kind) => `inline; filename="${kind}-00001.pdf"`));
    expect(headers['content-security-policy']).toBe("base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  (canReadPdf ? it : it.skip)('names what the clinic has named in the language that the patient reads, as it was at issue', async () => {
    const { agent, owner } = await session('front_desk');
    const diary = await aDiary(owner);
    const service = await aService(owner, { name: 'Treatment', nameIn: { fr: 'Soin' } });
    const change = {
      title: 'Osteopath',
      titleIn: { fr: 'Ostéopathe' },
      college: 'Osteopathy Canada',
      collegeIn: { fr: 'Ostéopathie Canada' },
    };
    await owner.patch(`/practitioners/${diary.practitionerId}`, change, { ifMatch: '*' }).expect(200);
    const paperOf = async (id: string) => wordsOf((await agent.get(`/invoices/${id}/pdf`).responseType('blob').expect(200)).body as Buffer);
    const french = await aPatient(owner, { firstName: 'Zoé', locale: 'fr-CA', email: 'zoe@patients.example' });
    const invoice = await invoiced(agent, { ...diary, serviceId: service.id, patientId: french.id });
    expect(invoice).toMatchObject({ lines: [{ description: 'Soin' }], printed: { practitioner: change } });
    const english = await invoiced(agent, { ...diary, serviceId: service.id }, { start: at(comingDay(), '13:00') });
    expect(english).toMatchObject({ lines: [{ description: 'Treatment' }] });
    await owner.patch(`/services/${service.id}`, { nameIn: { fr: 'Séance' } }, { ifMatch: '*' }).expect(200);
    await owner.patch(`/practitioners/${diary.practitionerId}`, { titleIn: null, college: null }, { ifMatch: '*' }).expect(200);
    for (const word of ['Soin', 'Ostéopathe', 'Ostéopathie Canada']) expect(await paperOf(invoice.id)).toContain(word);
    for (const word of ['Treatment', 'Osteopath', 'Osteopathy Canada']) expect(await paperOf(english.id)).toContain(word);
  });

  (canReadPdf ? it : it.skip)('names each patient in their own letters, in the language that they read', async () => {
    const { agent, owner } = await session('front_desk');
    const diary = await aDiary(owner);
    for (const [hour, lastName] of ['محمد', 'שלום', '李娜', 'ᐃᓄᒃᑎᑐᑦ', 'Kaʻiulani', 'x̌ʷan', '😀'].entries()) {
      const patient = await aPatient(owner, { firstName: 'Zoé', lastName, locale: 'fr', email: `p${hour}@patients.example` });
      const invoice = await invoiced(
        agent,
        { ...diary, patientId: patient.id },
        { start: at(comingDay(), `${String(9 + hour).padStart(2, '0')}:00`) },
      );
      const { body } = await agent.get(`/invoices/${invoice.id}/pdf`).responseType('blob').expect(200);
      const words = wordsOf(body as Buffer);
      expect(words).toContain(lastName);
      for (const word of ['Zoé', 'Facture', 'Physiothérapeute', 'Page 1 de 1']) expect(words).toContain(word);
    }
  });

  (canReadPdf ? it : it.skip)('of the longest invoice ends with its totals, on the last of its pages', async () => {
    const { agent, owner } = await session('front_desk');
    const appointment = await arrived(agent, await aDiary(owner));
    const draft = (await agent.post(`/appointments/${appointment.id}/invoice`, { draft: true }).expect(201)).body as Invoice;
    const lines = Array.from({ length: 50 }, (_, index) => ({
      description: `Line ${index + 1}. ${'long words '.repeat(20)}`,
      quantity: 1,
      unitPrice: { amount: 100, currency: 'CAD' },
      taxCode: 'exempt',
    }));
    await agent.patch(`/invoices/${draft.id}`, { lines }, { ifMatch: draft.version }).expect(200);
    await agent.post(`/invoices/${draft.id}/issue`).expect(200);
    const { body } = await agent.get(`/invoices/${draft.id}/pdf`).responseType('blob').expect(200);
    const pages = pagesOf(body as Buffer);
    expect(pages.length).toBeGreaterThan(2);
    for (const word of ['Line 50.', 'Subtotal', 'Balance owing', `Page ${pages.length} of ${pages.length}`])
      expect(pages.at(-1)).toContain(word);
    expect(pages.slice(0, -1).join('')).not.toMatch(/Subtotal|Balance owing/);
  });
});
