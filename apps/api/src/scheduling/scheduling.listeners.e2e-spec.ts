import type { EventMap, EventType } from '@keel/contracts';
import { Db, newId, Outbox, systemCtx } from '../platform/index.js';
import { aDiary, aVisit } from '../testing/scheduling.fixture.js';
import { session } from '../testing/session.js';

async function scene() {
  const { agent, app, owner, clinic } = await session('owner', { workers: true });
  const { practitionerId, ...diary } = await aDiary(owner);
  const visit = await aVisit(agent, { ...diary, practitionerId });
  const invoice = { invoiceId: newId(), patientId: visit.patientId, appointmentId: visit.id };
  const payment = { ...invoice, paymentId: newId(), amount: 5_000, currency: 'CAD', method: 'cash' } as const;
  const note = { noteId: newId(), patientId: visit.patientId, practitionerId, appointmentId: visit.id };
  /** What a higher floor tells, `seconds` after noon. */
  const tell = <T extends EventType>(type: T, payload: EventMap[T], seconds = 0) => {
    const ctx = { ...systemCtx(clinic.id, 'test'), at: new Date(Date.UTC(2026, 10, 30, 17, 0, seconds)) };
    return app.nest.get(Db).tx(ctx, async (ctx) => void (await app.nest.get(Outbox).add(ctx, type, payload)));
  };
  const card = async () => {
    await app.settle();
    const { body } = await agent.get(`/appointments/${visit.id}`).expect(200);
    return body as Record<string, unknown>;
  };
  return { tell, card, invoice, payment, note, visit };
}

describe("the visit's card", () => {
  it('shows invoice and payment by when they happened, however they come, and leaves the version alone', async () => {
    const { tell, card, invoice, payment } = await scene();
    await tell('payment.received', { ...payment, open: 7_000 }, 2);
    expect(await card()).toMatchObject({ invoiceId: invoice.invoiceId, invoiceStatus: 'part_paid', paid: false, version: 1 });
    await tell('invoice.issued', { ...invoice, number: 'INV-1', amount: 12_000, currency: 'CAD' }, 1);
    expect(await card()).toMatchObject({ invoiceStatus: 'part_paid' });
    await tell('payment.received', { ...payment, paymentId: newId(), open: 0 }, 3);
    expect(await card()).toMatchObject({ invoiceStatus: 'paid', paid: true, version: 1 });
  });

  it('forgets an invoice that is void, not another one', async () => {
    const { tell, card, invoice } = await scene();
    await tell('invoice.issued', { ...invoice, number: 'INV-1', amount: 12_000, currency: 'CAD' });
    await tell('invoice.voided', { ...invoice, invoiceId: newId() }, 1);
    expect(await card()).toMatchObject({ invoiceId: invoice.invoiceId, invoiceStatus: 'issued' });
    await tell('invoice.voided', invoice, 2);
    expect(await card()).toMatchObject({ invoiceId: null, invoiceStatus: null });
  });

  it('shows where the note is', async () => {
    const { tell, card, note } = await scene();
    await tell('note.started', note);
    expect(await card()).toMatchObject({ noteStatus: 'draft', documented: false });
    await tell('note.amended', note, 1);
    expect(await card()).toMatchObject({ noteStatus: 'amended' });
    await tell('note.started', { ...note, noteId: newId() }, 2);
    expect(await card()).toMatchObject({ noteStatus: 'amended' });
    await tell('note.entered_in_error', note, 3);
    expect(await card()).toMatchObject({ noteStatus: 'entered_in_error', documented: false, version: 1 });
  });
});
