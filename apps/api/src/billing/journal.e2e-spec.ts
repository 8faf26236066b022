import { paymentPostings } from '@keel/money';
import { Db, newId, systemCtx } from '../platform/index.js';
import { aDiary, anAppointment } from '../testing/scheduling.fixture.js';
import { session } from '../testing/session.js';
import { post } from './journal.js';

async function scene() {
  const here = await session('owner');
  const diary = await aDiary(here.owner);
  const appointment = await anAppointment(here.owner, diary);
  await here.owner.post(`/appointments/${appointment.id}/arrive`).expect(200);
  const { body } = await here.owner.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
  return { ...here, diary, invoiceId: (body as { id: string }).id };
}

interface Entry {
  sourceId: string;
  purpose: string;
  at: string;
  postedOn: string;
}

describe('an entry of the journal', () => {
  it('is booked on the civil day of its place, which may be another than that of the clinic or of UTC', async () => {
    const { app, owner, clinic, diary, invoiceId } = await scene();
    const [payment, later] = [newId(), newId()];
    const booked = { invoiceId, patientId: diary.patientId, currency: 'CAD' } as const;
    const receive = (sourceId: string, at: string, timeZone: string) =>
      app.nest
        .get(Db)
        .tx({ ...systemCtx(clinic.id, 'test'), at: new Date(at) }, (ctx) =>
          post(ctx, { source: 'payment', sourceId, purpose: 'receive' }, { ...booked, timeZone }, paymentPostings(100, 'cash')),
        );
    // The last minute of November in California, and the second of December in Newfoundland.
    await receive(payment, '2026-12-01T07:59:00Z', 'America/Los_Angeles');
    await receive(later, '2026-12-01T03:31:00Z', 'America/St_Johns');
    const { body } = await owner.get('/ledger/entries').expect(200);
    const dayOf = (id: string) => (body as { data: Entry[] }).data.find(({ sourceId }) => sourceId === id)?.postedOn;
    expect([dayOf(payment), dayOf(later)]).toEqual(['2026-11-30', '2026-12-01']);
  });

  it('says of each posting whose debt or money it is, and of which invoice, also when it is posted back', async () => {
    const { app, owner, diary, invoiceId } = await scene();
    const { body } = await owner.post(`/invoices/${invoiceId}/payments`, { amount: 100, method: 'cash' }).expect(201);
    await owner.post(`/payments/${(body as { id: string }).id}/reverse`, { reason: 'Wrong invoice' }).expect(200);
    await owner.post(`/invoices/${invoiceId}/void`).expect(200);
    const postings = await app.sql<{ purpose: string; party: string; partyId: string }>(
      `SELECT e.purpose, p.party, p.party_id AS "partyId" FROM posting p JOIN journal_entry e ON e.clinic_id = p.clinic_id AND e.id = p.entry_id
       WHERE p.invoice_id = $1`,
      [invoiceId],
    );
    expect(new Set(postings.map(({ purpose }) => purpose))).toEqual(new Set(['issue', 'receive', 'reverse', 'void']));
    for (const posting of postings) expect(posting).toMatchObject({ party: 'patient', partyId: diary.patientId });
  });

  it('goes with what is told of the balance: one word for each change, the last one with the highest version', async () => {
    const { app, owner, invoiceId } = await scene();
    const { body } = await owner.post(`/invoices/${invoiceId}/payments`, { amount: 100, method: 'cash' }).expect(201);
    await owner.post(`/payments/${(body as { id: string }).id}/reverse`, { reason: 'Wrong invoice' }).expect(200);
    await owner.post(`/invoices/${invoiceId}/void`).expect(200);
    const told = await app.sql<{ version: number; open: number; status: string }>(
      `SELECT (payload->>'version')::int AS version, (payload->>'open')::int AS open, payload->>'status' AS status FROM outbox
       WHERE type = 'invoice.balance_changed' AND payload->>'invoiceId' = $1 ORDER BY 1`,
      [invoiceId],
    );
    const total = told[0]!.open;
    expect(told.map(({ open }) => open)).toEqual([total, total - 100, total, 0]);
    expect(told.map(({ status }) => status)).toEqual(['issued', 'issued', 'issued', 'void']);
    expect(new Set(told.map(({ version }) => version)).size).toBe(4);
    const { body: invoice } = await owner.get(`/invoices/${invoiceId}`).expect(200);
    expect(told.at(-1)?.version).toBe((invoice as { version: number }).version);
  });
});
