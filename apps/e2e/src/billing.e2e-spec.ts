import type { Page } from 'playwright-core';
import { describeInBrowser, DESK, faultsInBothThemes, PHONE } from './testing/browser.js';
import { aDiary, anAppointment, aPatient, aService, type Diary, member, until } from '@keel/api/testing';
import { answerLeave, type StaffSession, staffSession } from './staff.fixture.js';

interface Invoice {
  id: string;
  number: string | null;
  status: string;
  version: number;
  open: { amount: number };
  total: { amount: number };
  lines: { id: string }[];
  payments: { amount: { amount: number }; method: string; reference: string | null }[];
}

let at: StaffSession;
let diary: Diary;

const hoursAgo = (hours: number) => new Date(Math.floor(Date.now() / 1_800_000) * 1_800_000 - hours * 3_600_000).toISOString();

/** An appointment that began an hour ago, the patient there: 120 dollars, exempt. */
async function arrived(lastName: string, over: Record<string, unknown> = {}): Promise<string> {
  const patient = await aPatient(at.owner, { firstName: 'Rose', lastName });
  const start = hoursAgo(1);
  const appointment = await anAppointment(at.owner, { ...diary, patientId: patient.id }, { start, overbook: true, ...over });
  await at.owner.post(`/appointments/${appointment.id}/arrive`).expect(200);
  return appointment.id;
}

async function invoiced(lastName: string, body: object = {}): Promise<Invoice> {
  const { body: made } = await at.owner.post(`/appointments/${await arrived(lastName)}/invoice`, body).expect(201);
  return made as Invoice;
}

const read = async (id: string) => (await at.owner.get(`/invoices/${id}`).expect(200)).body as Invoice;
const payDialog = (page: Page) => page.getByRole('dialog', { name: 'Take a payment' });

/** Opens the form of an invoice, its amount as given, by cash. */
async function fillPayment(page: Page, amount: string) {
  await page.getByRole('button', { name: 'Take payment', exact: true }).click();
  const dialog = payDialog(page);
  await dialog.getByLabel('Amount').fill(amount);
  await dialog.getByRole('radio', { name: 'Cash' }).check();
  return { dialog, take: dialog.getByRole('button', { name: /^Take / }) };
}

describeInBrowser('billing', () => {
  beforeAll(async () => {
    at = await staffSession('front_desk');
    diary = await aDiary(at.owner);
  });

  it('invoices an appointment that took place by one click, and takes its payment in two parts', async () => {
    await arrived('Parts');
    const { page, complaints } = await at.open('/billing');
    await page.getByRole('button', { name: 'Invoice the appointment of Rose Parts' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Rose Parts' });
    await row.getByRole('button', { name: /Take payment on invoice/ }).click();
    const dialog = payDialog(page);
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('120.00');
    await dialog.getByLabel('Amount').fill('50,5');
    await dialog.getByRole('button', { name: /^Take / }).click();
    await dialog.getByText('Choose how it was paid').waitFor();
    await dialog.getByRole('radio', { name: 'Cash' }).check();
    await dialog.getByRole('button', { name: 'Take $50.50' }).click();
    await page.getByText(/\$50\.50 received on invoice \d+; \$69\.50 is open/).waitFor();
    await row.getByText('Partly paid').waitFor();
    await row.getByRole('link').click();
    await page.getByRole('button', { name: 'Take payment', exact: true }).click();
    expect(await payDialog(page).getByLabel('Amount').inputValue()).toBe('69.50');
    await payDialog(page).getByRole('radio', { name: 'Card' }).check();
    await payDialog(page)
      .getByLabel(/Reference/)
      .fill('slip 7');
    await payDialog(page)
      .getByLabel(/Reference/)
      .press('Enter');
    const paper = page.getByRole('article', { name: /^Invoice/ });
    await paper.getByText('Paid', { exact: true }).waitFor();
    expect(await paper.innerText()).toMatch(/Cash[\s\S]*Card[\s\S]*slip 7[\s\S]*Balance owing\s+\$0\.00/);
    expect(await page.getByRole('button', { name: 'Void' }).isDisabled()).toBe(true);
    await page.getByText(/Money was received on this invoice, so it cannot be voided\./).waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens the invoice as a PDF in the browser, which is a receipt once it is paid', async () => {
    const { id } = await invoiced('Receipt');
    const { page } = await at.open(`/invoices/${id}`);
    const link = page.getByRole('link', { name: 'Print invoice' });
    const answer = await page.request.get(`${at.url}${await link.getAttribute('href')}`);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^inline; filename="invoice-\d+\.pdf"$/) as string,
    });
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    // Headless Chromium saves what a desk's shows: the tab opens all the same.
    const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    expect(tab).toBeDefined();
    const { dialog, take } = await fillPayment(page, '120');
    await take.click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Print receipt' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Print invoice' }).count()).toBe(0);
  });

  it('edits a draft with what it comes to, and issues what is seen', async () => {
    await aService(at.owner, { name: 'Massage 60', taxCode: 'taxable' });
    const draft = await invoiced('Draft', { draft: true });
    const { page, complaints } = await at.open(`/invoices/${draft.id}`);
    await page.getByLabel('Price').fill('100,01');
    await page.getByRole('combobox', { name: 'Tax' }).selectOption({ label: 'Taxable' });
    const paper = page.getByRole('article');
    await paper.getByText('$113.01').waitFor();
    expect(await paper.innerText()).toMatch(/HST 13%\s+\$13\.00/);
    // Its head is what will be printed, and stays.
    const head = async () => (await paper.getByRole('definition').allInnerTexts()).slice(0, 5);
    const drafted = await head();
    expect(drafted).toEqual([
      'Rose Draft',
      'Pia Physio, Physiotherapist',
      'R-77',
      expect.stringMatching(/ · 45\smin$/),
      'Érablière Physio',
    ]);
    await page.getByRole('button', { name: 'Add a line' }).click();
    await page.getByRole('button', { name: 'Save and issue' }).click();
    await page.getByText('Say what it is for').waitFor();
    const second = page.getByRole('group', { name: 'Line 2' });
    await second.getByLabel('Description').fill('Tape');
    await second.getByLabel('Qty').fill('2');
    await second.getByLabel('Price').fill('4.50');
    await page.getByRole('button', { name: 'Save and issue' }).click();
    await page.getByText(/Invoice \d+ is issued/).waitFor();
    expect(await read(draft.id)).toMatchObject({ status: 'issued', total: { amount: 12_318 } });
    expect(await head()).toEqual(drafted);
    expect(complaints).toEqual([]);
  });

  it('keeps what was typed in a draft that somebody else changed meanwhile', async () => {
    const draft = await invoiced('Conflict', { draft: true });
    const { page } = await at.open(`/invoices/${draft.id}`);
    await page.getByLabel('Price').fill('77.00');
    const lines = [{ description: 'Other', quantity: 1, unitPrice: { amount: 5500, currency: 'CAD' }, taxCode: 'exempt' }];
    await at.owner.patch(`/invoices/${draft.id}`, { lines }, { ifMatch: draft.version }).expect(200);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Somebody changed this while you were at it').waitFor();
    expect(await page.getByLabel('Price').inputValue()).toBe('77.00');
    await page.getByRole('button', { name: 'Show the newest state' }).click();
    await until(async () => (await page.getByLabel('Price').inputValue()) === '55.00', 'the price that the other gave');
  });

  it('issues no lines that another wrote meanwhile, shows them, and issues them once they are seen', async () => {
    const draft = await invoiced('Unseen', { draft: true });
    const { page } = await at.open(`/invoices/${draft.id}`);
    await page.getByRole('button', { name: 'Issue', exact: true }).waitFor();
    const lines = [{ description: 'Taping', quantity: 1, unitPrice: { amount: 4321, currency: 'CAD' }, taxCode: 'exempt' }];
    await at.owner.patch(`/invoices/${draft.id}`, { lines }, { ifMatch: draft.version }).expect(200);
    await page.getByRole('button', { name: 'Issue', exact: true }).click();
    await page.getByText('Somebody changed this while you were at it.').waitFor();
    expect(await read(draft.id)).toMatchObject({ status: 'draft' });
    await until(async () => (await page.getByLabel('Description').inputValue()) === 'Taping');
    await page.getByRole('button', { name: 'Issue', exact: true }).click();
    await page.getByText(/Invoice \d+ is issued/).waitFor();
    expect(await read(draft.id)).toMatchObject({ status: 'issued', total: { amount: 4321 } });
    await page.close();
  });

  it('discards a draft, takes that back, and finds the discarded ones in a list of their own', async () => {
    const draft = await invoiced('Unwanted', { draft: true });
    const { page, complaints } = await at.open(`/invoices/${draft.id}`);
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await page.getByText('The draft of Rose Unwanted is discarded').waitFor();
    await page.getByText('This draft was discarded.').waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('The draft of Rose Unwanted is back').waitFor();
    await page.getByRole('button', { name: 'Issue', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await page.getByText('This draft was discarded.').waitFor();
    await page.getByRole('link', { name: 'All invoices' }).click();
    // The invoice itself says so too, until it is left.
    await page.getByRole('heading', { name: 'Invoices', exact: true }).waitFor();
    await page.getByText('Discarded', { exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'Rose Unwanted' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByRole('button', { name: 'Discard draft' }).waitFor();
    expect(await read(draft.id)).toMatchObject({ status: 'draft', discardedAt: null });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('keeps a draft on hold while its appointment is called off, as it was typed, and issues it once the patient is there after all', async () => {
    // At a time of its own: nobody is asked whether it goes back over somebody else.
    const appointment = await arrived('Held', { start: hoursAgo(4) });
    const { id, lines: drawn } = (await at.owner.post(`/appointments/${appointment}/invoice`, { draft: true }).expect(201)).body as Invoice;
    const lines = [
      {
        id: drawn[0]?.id,
        description: 'Half an appointment',
        quantity: 1,
        unitPrice: { amount: 6100, currency: 'CAD' },
        taxCode: 'exempt',
      },
    ];
    await at.owner.patch(`/invoices/${id}`, { lines }, { ifMatch: '*' }).expect(200);
    await at.owner.post(`/appointments/${appointment}/unarrive`).expect(200);
    await at.owner.post(`/appointments/${appointment}/cancel`, { by: 'clinic' }).expect(200);
    const { page, complaints } = await at.open('/billing?state=draft');
    const row = page.getByRole('row').filter({ hasText: 'Rose Held' });
    await row.getByText('On hold').waitFor();
    expect(await page.getByRole('button', { name: 'Invoice the appointment of Rose Held' }).count()).toBe(0);
    await row.getByRole('link').click();
    await page.getByText('The appointment did not take place, so nothing is issued. The draft is kept as it is.').waitFor();
    expect(await page.getByRole('button', { name: 'Issue' }).isDisabled()).toBe(true);
    await page.getByLabel('Price').fill('62');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('The draft is saved').waitFor();
    await page.getByRole('link', { name: 'Appointment', exact: true }).click();
    const panel = page.getByLabel('Appointment', { exact: true });
    await panel.getByText('The appointment did not take place, so nothing is issued.').waitFor();
    await panel.getByRole('button', { name: 'Restore' }).click();
    await panel.getByText('The draft is kept, and can be issued once the patient has arrived.').waitFor();
    // Somebody else makes it another service, and back: what is issued is what is seen.
    const bill = async (serviceId: string, price: string) => {
      await at.owner.patch(`/appointments/${appointment}`, { serviceId }, { ifMatch: '*' }).expect(200);
      await until(async () => (await page.getByLabel('Price').inputValue()) === price, `a price of ${price}`);
    };
    await bill((await aService(at.owner, { name: 'Taping', price: { amount: 3300, currency: 'CAD' } })).id, '33.00');
    await bill(diary.serviceId, '62.00');
    await panel.getByRole('button', { name: 'Arrive' }).click();
    await page.getByRole('button', { name: 'Issue', exact: true, disabled: false }).click();
    await page.getByText(/Invoice \d+ is issued/).waitFor();
    expect(await read(id)).toMatchObject({ status: 'issued', total: { amount: 6200 } });
    expect(complaints).toEqual([]);
  });

  it('voids an unpaid invoice after asking, and the appointment can be invoiced again', async () => {
    const { id } = await invoiced('Void');
    const { page, complaints } = await at.open(`/invoices/${id}`);
    await page.getByRole('button', { name: 'Void' }).click();
    await page.getByRole('button', { name: 'Void the invoice' }).click();
    await page.getByText('Say why in a few words').waitFor();
    await page.getByRole('textbox', { name: 'Why' }).fill('Wrong service');
    await page.keyboard.press('Enter');
    await page.getByText('Voided: Wrong service').waitFor();
    await page.getByText('This invoice was voided and is no longer valid.').waitFor();
    expect(await read(id)).toMatchObject({ status: 'void', open: { amount: 0 } });
    await page.getByRole('link', { name: 'All invoices' }).click();
    await page.getByRole('button', { name: 'Invoice the appointment of Rose Void' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes back a payment that was a mistake, says who did and why, and what is owed again', async () => {
    const { id } = await invoiced('Mistake');
    await at.owner.post(`/invoices/${id}/payments`, { amount: 2000, method: 'cash' }).expect(201);
    await at.owner.post(`/invoices/${id}/payments`, { amount: 10_000, method: 'terminal', reference: 'slip 9' }).expect(201);
    const { page, complaints } = await at.open(`/invoices/${id}`);
    const payments = page.getByRole('region', { name: 'Payments' });
    await payments.getByRole('button', { name: 'Take back $100.00 · Card' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take back $100.00?' });
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await dialog.getByText('Say why in a few words').waitFor();
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Typed twice');
    await page.keyboard.press('Enter');
    await page.getByText('$100.00 is taken back; $100.00 is open').waitFor();
    await payments.getByText(/^Taken back by \S.* on .*: Typed twice$/).waitFor();
    await page.getByText('$100.00 taken back: Typed twice').waitFor();
    const paper = page.getByRole('article', { name: /^Invoice/ });
    await paper.getByText('Partly paid').waitFor();
    expect(await paper.innerText()).toMatch(/Cash[\s\S]*Balance owing\s+\$100\.00/);
    expect(await paper.innerText()).not.toContain('Card');
    expect(await payments.getByRole('button').count()).toBe(1);
    await page.getByRole('link', { name: 'Print invoice' }).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    // Yesterday's stands in what was counted.
    await at.app.sql(`UPDATE payment SET received_at = received_at - interval '1 day' WHERE clinic_id = $1`, [at.clinic.id]);
    await page.reload();
    expect(await payments.getByRole('button', { name: 'Take back $20.00 · Cash' }).isDisabled()).toBe(true);
    await payments.getByText('A payment is taken back on the day it was taken.').waitFor();
    const french = await at.open(`/invoices/${id}`, { locale: 'fr-CA', viewport: PHONE });
    await french.page
      .getByRole('region', { name: 'Paiements' })
      .getByText(/^Annulé par .*: Typed twice$/)
      .waitFor();
    expect([...complaints, ...french.complaints]).toEqual([]);
  });

  it('refuses more than is open and keeps what was typed, also where the money came in meanwhile', async () => {
    const { id } = await invoiced('Over');
    const { page } = await at.open(`/invoices/${id}`);
    const { dialog, take } = await fillPayment(page, '120.01');
    await take.click();
    await dialog.getByText('Only $120.00 is open').waitFor();
    await dialog.getByLabel('Amount').fill('100');
    await at.owner.post(`/invoices/${id}/payments`, { amount: 9000, method: 'cash' }).expect(201);
    await take.click();
    await dialog.getByText('Only $30.00 is open').waitFor();
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('100');
    expect(await dialog.getByRole('radio', { name: 'Cash' }).isChecked()).toBe(true);
    expect((await read(id)).payments).toHaveLength(1);
  });

  it('takes a payment once, though the button is pressed twice', async () => {
    const { id } = await invoiced('Twice');
    const { page } = await at.open(`/invoices/${id}`);
    const { dialog, take } = await fillPayment(page, '40');
    await take.dblclick();
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByText(/\$40\.00 received/)
      .first()
      .waitFor();
    expect((await read(id)).payments.map(({ amount }) => amount.amount)).toEqual([4000]);
  });

  it('takes a payment once, though the network died before it and its answer was lost after it', async () => {
    const { id } = await invoiced('Lost');
    const { page } = await at.open(`/invoices/${id}`);
    const tries: string[] = [];
    await page.route(`**/api/v1/invoices/${id}/payments`, async (route) => {
      tries.push(route.request().headers()['idempotency-key'] ?? '');
      if (tries.length === 1) return route.abort('connectionfailed');
      // It arrives, and nobody hears of it.
      if (tries.length === 2) await route.fetch();
      return tries.length === 2 ? route.abort('connectionreset') : route.continue();
    });
    const { dialog, take } = await fillPayment(page, '40');
    await take.click();
    await dialog.getByText('We cannot reach the clinic').waitFor();
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('40');
    await take.click();
    await dialog.getByRole('definition').getByText('$40.00').waitFor();
    await take.click();
    await dialog.waitFor({ state: 'hidden' });
    expect(tries).toHaveLength(3);
    expect(new Set(tries).size).toBe(1);
    expect((await read(id)).payments.map(({ amount }) => amount.amount)).toEqual([4000]);
  });

  it('says that the whole was paid, and nothing that contradicts it, where that answer was lost', async () => {
    const { id } = await invoiced('Whole');
    const { page } = await at.open(`/invoices/${id}`);
    await page.route(`**/api/v1/invoices/${id}/payments`, async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    const { dialog, take } = await fillPayment(page, '120');
    await take.click();
    await dialog.getByText('Nothing is open: this invoice is paid.').waitFor();
    await dialog.getByRole('button', { name: /^Take /, disabled: true }).waitFor();
    expect(await dialog.getByRole('alert').allInnerTexts()).toEqual(['Nothing is open: this invoice is paid.']);
    expect(await dialog.getByText(/^Only \$0\.00 is open/).count()).toBe(0);
  });

  it('does not take a second amount for the first that was lost, also after the form was closed', async () => {
    const { id } = await invoiced('Closed');
    const { page } = await at.open(`/invoices/${id}`);
    let lost = false;
    await page.route(`**/api/v1/invoices/${id}/payments`, async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort('connectionreset');
    });
    const first = await fillPayment(page, '40');
    await first.take.click();
    await first.dialog.getByText('We cannot reach the clinic').waitFor();
    await page.keyboard.press('Escape');
    await answerLeave(page, 'Leave without saving');
    await first.dialog.waitFor({ state: 'hidden' });
    const second = await fillPayment(page, '60');
    await second.take.click();
    await second.dialog.getByText('Your first try had arrived after all').waitFor();
    expect((await read(id)).payments.map(({ amount }) => amount.amount)).toEqual([4000]);
    await second.take.click();
    await second.dialog.waitFor({ state: 'hidden' });
    expect((await read(id)).payments.map(({ amount }) => amount.amount)).toEqual([4000, 6000]);
  });

  it('asks before a draft, a payment or a reason is left with something typed, and not before', async () => {
    const draft = await invoiced('Left', { draft: true });
    const { page, complaints } = await at.open(`/invoices/${draft.id}`);
    await page.getByLabel('Price').fill('99');
    await page.getByRole('link', { name: 'Schedule' }).click();
    await answerLeave(page, 'Stay here');
    expect(await page.getByLabel('Price').inputValue()).toBe('99');
    await page.getByRole('button', { name: 'Save and issue' }).click();
    await page.getByRole('button', { name: 'Take payment', exact: true }).click();
    await payDialog(page).getByLabel('Amount').waitFor();
    await page.keyboard.press('Escape');
    await payDialog(page).waitFor({ state: 'hidden' });
    const { dialog } = await fillPayment(page, '40');
    await page.keyboard.press('Escape');
    await answerLeave(page, 'Stay here');
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('40');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await answerLeave(page, 'Leave without saving');
    await page.getByRole('button', { name: 'Void' }).click();
    const voiding = page.getByRole('dialog', { name: /^Void/ });
    await voiding.getByRole('textbox').fill('Wrong pat');
    await page.keyboard.press('Escape');
    await answerLeave(page, 'Stay here');
    expect(await voiding.getByRole('textbox').inputValue()).toBe('Wrong pat');
    expect(complaints).toEqual([]);
  });

  it('lists by state, day and patient, which the address keeps', async () => {
    const { page } = await at.open('/billing?state=void');
    await page.getByRole('row').filter({ hasText: 'Rose Void' }).waitFor();
    await page.getByRole('radio', { name: 'Paid' }).check();
    await page.getByRole('row').filter({ hasText: 'Rose Parts' }).waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'Rose Void' }).count()).toBe(0);
    await page.getByLabel('From').fill('2099-01-01');
    await page.getByText('No invoices here').waitFor();
    expect(page.url()).toMatch(/state=paid&from=2099-01-01/);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('radio', { name: 'All' }).check();
    await page.getByRole('combobox', { name: 'Patient' }).fill('Rose Twic');
    await page.getByRole('option', { name: 'Rose Twice' }).click();
    await page.getByRole('status').filter({ hasText: '1 invoice' }).waitFor();
    expect(await page.getByRole('status').filter({ hasText: '1 invoice' }).innerText()).toMatch(/Total\s\$120\.00[\s\S]*Open\s\$80\.00/);
  });

  it('is the same to billing, and has no inbox beside it; nobody outside the clinic sees the invoice', async () => {
    const { agent } = await member(at.app, at.owner, at.clinic.id, 'billing');
    const { id } = await invoiced('Roles');
    const { page } = await at.open(`/invoices/${id}`, { as: agent });
    await page.getByRole('button', { name: 'Take payment', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Void' }).isEnabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Note', exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /^Inbox/ }).count()).toBe(0);
    const practitioner = await member(at.app, at.owner, at.clinic.id, 'practitioner');
    const own = await at.open(`/invoices/${id}`, { as: practitioner.agent });
    await own.page.getByRole('link', { name: 'Note', exact: true }).waitFor();
    const other = await staffSession('owner');
    const foreign = await other.open(`/invoices/${id}`);
    await foreign.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  });

  it('shows an invoice as a card on a phone, with nothing on top of anything else', async () => {
    await invoiced('Cardigan');
    const { page } = await at.open('/billing', { viewport: PHONE, locale: 'fr-CA' });
    const row = page.getByRole('row').filter({ hasText: 'Cardigan' });
    await row.getByRole('button', { name: /^Encaisser/ }).waitFor();
    const boxes = await row
      .getByRole('cell')
      .evaluateAll((cells) =>
        cells.map((cell) => cell.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
      );
    const seen = boxes.filter(({ left, right }) => right > left);
    const over = seen.flatMap((one, at) =>
      seen.slice(at + 1).filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom),
    );
    expect(seen).toHaveLength(8);
    expect(over).toEqual([]);
  });

  it('has no fault that axe finds, in both themes, in English at a desk and in French on a phone', async () => {
    const open = await invoiced('Axe');
    const draft = await invoiced('Axe draft', { draft: true });
    await arrived('Axe appointment');
    for (const [locale, viewport] of [
      ['en-CA', DESK],
      ['fr-CA', PHONE],
    ] as const) {
      const { page, complaints } = await at.open('/billing?state=all', { locale, viewport });
      for (const path of ['/billing?state=all', `/invoices/${draft.id}`, `/invoices/${open.id}`]) {
        await page.goto(`${at.url}${path}`);
        await page.locator('main table, main article').first().waitFor();
        expect(await faultsInBothThemes(page)).toEqual([]);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
      }
      await page.getByRole('button', { name: /^Take payment|^Encaisser/ }).click();
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});
